import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** By its words, which are JavaScript as they stand: a child that strips types from a file holds a compiler in memory. */
const PRELOAD = `data:text/javascript,${encodeURIComponent(
  readFileSync(new URL('exit-with-parent.ts', import.meta.url), 'utf8'),
)}`;
const STOP_LIMIT_MS = 10_000;
const KEPT_CHARACTERS = 4000;

export interface ChildOptions {
  /** What people call it. */
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Its output goes there, made anew at each start. */
  readonly logFile: string;
  /** Its answer on standard output is a secret: only its errors are logged. */
  readonly secretAnswer?: boolean;
  /** Called with each piece of its output; for what the terminal should show too. */
  readonly onOutput?: (text: string, stream: 'stdout' | 'stderr') => void;
}

/** A Node program that lives no longer than this process. */
export class Child {
  readonly name: string;
  /** Settles when it has ended, with a sentence that says how. */
  readonly ended: Promise<string>;
  private readonly process: ChildProcess;
  private lastOutput = '';
  private stdout = '';
  private running = true;

  constructor(options: ChildOptions) {
    this.name = options.name;
    const log = createWriteStream(options.logFile, { mode: 0o600 });
    this.process = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        `--import=${PRELOAD}`,
        options.script,
        ...(options.args ?? []),
      ],
      {
        cwd: options.cwd,
        env: options.env,
        // Its own process group: Ctrl-C in the terminal reaches only this process, which stops the others in order.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    for (const stream of ['stdout', 'stderr'] as const) {
      this.process[stream]?.setEncoding('utf8').on('data', (text: string) => {
        if (stream === 'stderr' || options.secretAnswer !== true) log.write(text);
        this.lastOutput = (this.lastOutput + text).slice(-KEPT_CHARACTERS);
        if (stream === 'stdout') this.stdout += text.slice(0, KEPT_CHARACTERS - this.stdout.length);
        options.onOutput?.(text, stream);
      });
    }
    this.ended = new Promise((resolve) => {
      this.process.once('error', (error) => resolve(error.message));
      this.process.once('close', (code, signal) => {
        resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`);
      });
    });
    void this.ended.then(() => {
      this.running = false;
      log.end();
    });
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get isRunning(): boolean {
    return this.running;
  }

  /** The end of what it has printed. */
  get tail(): string {
    return this.lastOutput.trim();
  }

  /**
   * Waits for a program that does one thing and ends.
   * @returns the beginning of its standard output.
   * @throws with the end of its output, where it fails.
   */
  async result(): Promise<string> {
    const how = await this.ended;
    if (this.process.exitCode !== 0) throw new Error(`${this.name} ${how}.\n${this.tail}`);
    return this.stdout;
  }

  /**
   * Waits until `url` answers as asked.
   * @param accept which answers count.
   * @throws where the child ends before, or the limit passes.
   */
  async untilAnswering(url: string, accept: (status: number) => boolean, limitMs: number): Promise<void> {
    const giveUpAt = performance.now() + limitMs;
    for (;;) {
      const status = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' }).then(
        (response) => response.body?.cancel().then(() => response.status) ?? response.status,
        () => 0,
      );
      if (accept(status)) return;
      if (!this.running) throw new Error(`${this.name} ${await this.ended}.\n${this.tail}`);
      if (performance.now() > giveUpAt) {
        throw new Error(`${this.name} does not answer at ${url} (last answer: ${status}).\n${this.tail}`);
      }
      await delay(40);
    }
  }

  /** Asks it to end, and ends it after ten seconds. */
  async stop(): Promise<void> {
    if (!this.running) return;
    this.process.kill('SIGTERM');
    const timer = setTimeout(() => this.kill(), STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(timer);
  }

  /** Ends it at once. */
  kill(): void {
    if (this.running) this.process.kill('SIGKILL');
  }
}
