import { spawn } from 'node:child_process';
import type { ServerAccount } from './server-account.ts';

/**
 * Runs a program to its end, as that account.
 * @throws with what it printed, where it can't be started or fails.
 */
export async function run(program: string, args: readonly string[], account: ServerAccount): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // The account may not enter the current folder.
    const child = spawn(program, args, { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
    let printed = '';
    const keep = (chunk: Buffer): void => void (printed += chunk.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${signal ?? `code ${code}`}:\n${printed.trim()}`));
    });
  });
}
