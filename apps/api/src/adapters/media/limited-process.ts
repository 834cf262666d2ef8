import { spawn } from 'node:child_process';

/** What a process that reads other people's files may use. */
export interface Limits {
  /** Seconds of one core; the system ends it then (`ulimit -t`). */
  readonly cpuSeconds: number;
  /** Kilobytes of data; what asks for more fails (`ulimit -d`). Node itself sets aside about 600,000. */
  readonly dataKilobytes: number;
  /** Milliseconds of waiting for it, however busy the machine is. */
  readonly wallMs: number;
  /** Most bytes of its answer. */
  readonly answerBytes: number;
}

/** What came of it. */
export type LimitedOutcome =
  | { readonly kind: 'answered'; readonly answer: Buffer }
  /** It used up what it may, or crashed. */
  | { readonly kind: 'ended' };

/**
 * Runs a program of ours in a process of its own that knows none of our secrets, opens no connection, starts no other
 * program and is killed when it takes too much.
 * @param program file of the program
 * @param input written to its standard input
 */
export const runLimited = (
  program: string,
  args: readonly string[],
  input: Uint8Array,
  limits: Limits,
  writes: readonly string[] = [],
): Promise<LimitedOutcome> =>
  new Promise((resolve) => {
    const node = [
      '--permission',
      '--allow-addons',
      '--allow-fs-read=*',
      ...writes.map((file) => `--allow-fs-write=${file}`),
      '--max-old-space-size=256',
      '--no-warnings',
      '--conditions=@keyholder/source',
    ];
    // The shell sets the limits and then becomes the program.
    const script = `ulimit -t ${limits.cpuSeconds} && ulimit -d ${limits.dataKilobytes} && exec "$0" "$@"`;
    const child = spawn('/bin/sh', ['-c', script, process.execPath, ...node, program, ...args], {
      env: { UV_THREADPOOL_SIZE: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const answer: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.wallMs);
    child.stdout.on('data', (chunk: Buffer) => {
      answer.push(chunk);
      bytes += chunk.length;
      if (bytes > limits.answerBytes) child.kill('SIGKILL');
    });
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const end = (outcome: LimitedOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.once('error', () => end({ kind: 'ended' }));
    child.once('close', (code) =>
      end(code === 0 ? { kind: 'answered', answer: Buffer.concat(answer) } : { kind: 'ended' }),
    );
  });
