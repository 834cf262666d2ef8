import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { freePort } from '../../packages/local-postgres/src/index.ts';
import { inRepository, REPOSITORY } from '../repository.ts';
import { isFree } from '../start/ports.ts';

/** A product that `start` has started, and what it printed about itself. */
export interface RunningProduct {
  readonly portalUrl: string;
  readonly phonesUrl: string;
  readonly mailUrl: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
  /** Ctrl-C, and the wait until everything has ended. */
  stop(): Promise<void>;
}

/** A port whose next two are free too: the phones and the mail page take them. */
const freeRun = async (): Promise<number> => {
  for (;;) {
    const port = await freePort();
    if ((await isFree(port + 1)) && (await isFree(port + 2))) return port;
  }
};

const READY = 'Ctrl-C stops everything.';

const found = (output: string, pattern: RegExp): string => {
  const value = pattern.exec(output)?.[1];
  if (value === undefined) throw new Error(`"start" did not print ${pattern}:\n${output}`);
  return value;
};

/** Runs `pnpm start`'s own program in a data folder of its own, on free ports. */
export const startProduct = async (): Promise<RunningProduct> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'keyholder-tour-'));
  // Started by root, the database runs as another user: in a folder that this one may enter it stays there.
  await chmod(dataDir, 0o711);
  const port = await freeRun();
  const child = spawn(process.execPath, [inRepository('infra', 'start.ts')], {
    cwd: REPOSITORY,
    env: { ...process.env, PORT: String(port), KEYHOLDER_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGINT');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  const output = await new Promise<string>((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      if (text.includes(READY)) resolve(text);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`"start" ended early:\n${text}`)));
  });
  return {
    portalUrl: found(output, /^\s*Portal\s+(\S+)/mu),
    phonesUrl: found(output, /^\s*Phones\s+(\S+)/mu),
    mailUrl: found(output, /^\s*Mail\s+(\S+)/mu),
    email: found(output, /^\s*Sign in\s+(\S+)/mu),
    password: found(output, /^\s*Sign in\s+\S+\s+password (\S+)/mu),
    apiKey: found(output, /^\s*API key\s+(\S+)/mu),
    stop,
  };
};
