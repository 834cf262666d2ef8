import { watch } from 'node:fs';
import { inRepository, REPOSITORY } from '../repository.ts';
import { buildIfStale, TSC, welcomeBuild } from './builds.ts';
import { Child } from './child.ts';
import { logFile } from './programs.ts';
import { say } from './progress.ts';
import type { StartSettings } from './settings.ts';

const TIED_PROGRAM = inRepository('infra', 'start', 'tied-program.ts');
const SETTLED_MS = 200;

/**
 * Keeps everything built while sources change: the compiler and the portal's bundler watch by themselves, the welcome
 * page is built anew.
 * @param restartApi called after each build that the API must take up.
 * @returns the programs that watch.
 */
export function watchSources(settings: StartSettings, restartApi: () => void): Child[] {
  let firstCompilation = true;
  const compiler = watching(
    settings,
    'The compiler',
    'compiler',
    REPOSITORY,
    [
      process.execPath,
      TSC,
      '-b',
      '-w',
      '--preserveWatchOutput',
      'apps/api',
      'packages/twilio-sandbox',
      'packages/mail-catcher',
    ],
    (text) => {
      if (/error TS\d+/u.test(text)) process.stdout.write(text);
      if (!/Found 0 errors/u.test(text)) return;
      if (!firstCompilation) restartApi();
      firstCompilation = false;
    },
  );
  const portal = watching(
    settings,
    'The portal build',
    'portal',
    inRepository('apps', 'portal'),
    [process.execPath, inRepository('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--watch'],
    (text) => {
      if (/error/iu.test(text)) process.stdout.write(text);
      if (/built in/u.test(text)) say('Portal built; reload the page');
    },
  );
  watchWelcome(restartApi);
  return [compiler, portal];
}

function watching(
  settings: StartSettings,
  name: string,
  log: string,
  cwd: string,
  command: readonly string[],
  onOutput: (text: string) => void,
): Child {
  return new Child({
    name,
    script: TIED_PROGRAM,
    args: command,
    env: { ...process.env, NO_COLOR: '1' },
    cwd,
    logFile: logFile(settings, log),
    onOutput,
  });
}

function watchWelcome(restartApi: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const build = (): void => {
    last = last
      .then(() => buildIfStale(welcomeBuild, () => say('Building the welcome page')))
      .then((built) => {
        if (built) restartApi();
      })
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
  };
  for (const folder of ['apps/welcome/src', 'apps/welcome/bundle', 'packages/domain/src']) {
    // An editor saves in several steps.
    watch(inRepository(folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(build, SETTLED_MS);
    });
  }
}
