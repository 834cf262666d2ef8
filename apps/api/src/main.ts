import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { startApplication } from './application.ts';
import { Settings } from './settings.ts';

const logger = new Logger('Keyholder');

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
    application.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (error) {
  fail(error);
}
