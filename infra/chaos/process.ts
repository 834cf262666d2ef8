import { inRepository } from '../repository.ts';
import { ShiftedClock } from './shifted-clock.ts';

/*
 * One process of the product, as `main` starts it, with a clock that can be shifted.
 */

interface Application {
  readonly close: () => Promise<void>;
}

const compiled = (file: string): Promise<unknown> => import(inRepository('apps', 'api', 'dist', file));
const api = (await compiled('application.js')) as {
  readonly startApplication: (settings: unknown, options: object) => Promise<Application>;
};
const { Settings } = (await compiled('settings.js')) as {
  readonly Settings: { readonly read: (environment: NodeJS.ProcessEnv) => unknown };
};

const application = await api.startApplication(Settings.read(process.env), {
  clock: new ShiftedClock(String(process.env['CHAOS_CLOCK_FILE'])),
  logLevels: ['error', 'fatal'],
});
process.send?.('ready');
process.once('SIGTERM', () => {
  void application.close().then(() => process.exit(0));
});
// Nobody is left to look after it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
