import { ConsoleLogger, type LogLevel } from '@nestjs/common';

/**
 * The log of a process: in production one JSON object a line, with level, time, context and message, for whatever
 * collects logs there; elsewhere words for a person.
 */
export const processLog = (production: boolean, logLevels: LogLevel[]): ConsoleLogger =>
  production ? new ConsoleLogger({ json: true, colors: false, logLevels }) : new ConsoleLogger({ logLevels });
