import { spawn } from 'node:child_process';
import { REPOSITORY } from './repository.ts';

/** How a program ended, and what it printed on both channels, in order. */
export interface ToolRun {
  readonly passed: boolean;
  readonly output: string;
  readonly stdout: string;
}

/** Runs a program to its end and keeps what it prints. */
export async function runTool(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? REPOSITORY,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', (error) => resolve({ passed: false, output: error.message, stdout: '' }));
    child.once('close', (code) => resolve({ passed: code === 0, output: output.trim(), stdout }));
  });
}
