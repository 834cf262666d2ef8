import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from './database-away.ts';
import { ProblemError } from './problem.ts';
import { problemIn } from './problem-words/problem-in.ts';
import type { Problem } from './problem.schemas.ts';
import { readerLanguage } from './reader-language.ts';
import { traceIdOf } from './request-traces.ts';

/** What the caller can do about an error that the HTTP server raises. */
const DETAILS: Readonly<Record<number, string>> = {
  400: 'Send the header Host, an address without control characters and a body that is valid JSON.',
  413: 'Send at most 64 KiB.',
  415: 'Send the body as application/json, in UTF-8.',
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not allowed here',
  413: 'The request is too large',
  415: 'This kind of content is not understood',
  503: 'Not ready; ask again in a moment',
};

/** Status of errors that the HTTP server itself raises before a route is reached. */
const statusOf = (exception: unknown): number => {
  if (isDatabaseAway(exception)) return 503;
  if (exception instanceof HttpException) return exception.getStatus();
  const status = (exception as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

/** Every answer that is not a success, as application/problem+json. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(exception: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const traceId = traceIdOf(request);
    const language = readerLanguage(request.headers['accept-language']);
    const problem = problemIn(this.problemOf(exception, traceId), language);
    if (problem.retryAt !== undefined) {
      const seconds = Math.max(1, Math.ceil((Date.parse(problem.retryAt) - Date.now()) / 1000));
      void reply.header('retry-after', String(seconds));
    }
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send({ ...problem, traceId } satisfies Problem);
  }

  private problemOf(exception: unknown, traceId: string): Problem {
    if (exception instanceof ProblemError) return exception.problem;
    const status = statusOf(exception);
    if (status < 500 || status === 503) {
      const title = TITLES[status] ?? 'The request was refused';
      return {
        type: `/problems/http-${status}`,
        title,
        status,
        detail: DETAILS[status] ?? title,
        code: `http-${status}`,
      };
    }
    // The message may quote rows or numbers; the stack's frames do not.
    const frames =
      exception instanceof Error
        ? (exception.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
        : [];
    this.logger.error(
      `Incident ${traceId}: ${exception instanceof Error ? exception.name : 'error'}\n${frames.join('\n')}`,
    );
    return {
      type: '/problems/bug',
      title: 'Something went wrong on our side',
      status: 500,
      detail: `Nothing was changed. Tell support the incident number ${traceId}.`,
      code: 'bug',
    };
  }
}
