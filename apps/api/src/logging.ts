import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { traceIdNow } from './tracing/trace-context.ts';

/** Says of every line of which trace it is, where it is of one: a request's, a job's. */
class TracedLogger extends ConsoleLogger {
  protected override getJsonLogObject(
    ...given: Parameters<ConsoleLogger['getJsonLogObject']>
  ): ReturnType<ConsoleLogger['getJsonLogObject']> {
    const traceId = traceIdNow();
    const line = super.getJsonLogObject(...given);
    return traceId === null ? line : { ...line, traceId };
  }

  protected override formatContext(context: string): string {
    const traceId = traceIdNow();
    return super.formatContext(context) + (traceId === null ? '' : `[${traceId}] `);
  }
}

/**
 * The log of a process: in production one JSON object a line, with level, time, context, message and trace, for whatever
 * collects logs there; elsewhere words for a person.
 */
export const processLog = (production: boolean, logLevels: LogLevel[]): ConsoleLogger =>
  production ? new TracedLogger({ json: true, colors: false, logLevels }) : new TracedLogger({ logLevels });
