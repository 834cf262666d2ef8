import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { startApplication } from './application.ts';
import { Settings } from './settings.ts';

const logger = new Logger('Keyholder');

/** Whoever stops this waits ten seconds; then it is killed. What is cut off here is picked up as after a kill. */
const STOPPED_WITHIN_MS = 9_500;

const fail = (error: unknown): never => {
  logger.fatal(error instanceof Error ? error.message : 'The application could not start.');
  process.exit(1);
};

try {
  const settings = Settings.read(process.env);
  const application = await startApplication(settings);
  logger.log(`Ready on port ${settings.port}.`);
  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    setTimeout(() => fail(new Error('Not everything ended in time.')), STOPPED_WITHIN_MS).unref();
    application.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (error) {
  fail(error);
}
