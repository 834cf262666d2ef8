import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { inRepository, REPOSITORY } from '../repository.ts';

/** What one process of the fleet does. */
export interface Berth {
  readonly name: string;
  readonly roles: string;
  readonly port: number;
}

/** A process that was at work and ended although nobody had killed it. */
export interface UnexpectedEnd {
  readonly name: string;
  readonly code: number | null;
  readonly signal: string | null;
}

const READY_WITHIN_MS = 60_000;

/** Several processes of the product. A process that ends is started again, as any supervisor does. */
export class Fleet {
  readonly unexpected: UnexpectedEnd[] = [];
  /** Starts that came to nothing, as while the database is away; tried again by whoever starts them. */
  failedStarts = 0;
  private readonly running = new Map<string, ChildProcess>();
  private readonly doomed = new WeakSet<ChildProcess>();
  private readonly ready = new Map<string, Promise<void>>();
  private sunk = false;

  private readonly berths: readonly Berth[];
  private readonly environment: NodeJS.ProcessEnv;
  private readonly logFolder: string;

  constructor(berths: readonly Berth[], environment: NodeJS.ProcessEnv, logFolder: string) {
    this.berths = berths;
    this.environment = environment;
    this.logFolder = logFolder;
  }

  async start(): Promise<void> {
    for (const berth of this.berths) this.launch(berth);
    await this.allReady();
  }

  async allReady(): Promise<void> {
    for (;;) {
      const waiting = [...this.ready.values()];
      await Promise.all(waiting);
      if (waiting.every((one) => [...this.ready.values()].includes(one))) return;
    }
  }

  names(role: 'api' | 'worker'): string[] {
    return this.berths.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
  }

  /** Kill -9, wherever it is. False where it is just starting again. */
  kill(name: string): boolean {
    const child = this.running.get(name);
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    this.doomed.add(child);
    return child.kill('SIGKILL');
  }

  /** SIGTERM: how long it took to end, in milliseconds. */
  async stop(name: string): Promise<number> {
    const child = this.running.get(name);
    if (child === undefined) throw new Error(`${name} does not run.`);
    this.doomed.add(child);
    const from = performance.now();
    child.kill('SIGTERM');
    await once(child, 'exit');
    return performance.now() - from;
  }

  async sink(): Promise<void> {
    this.sunk = true;
    const ends = [...this.running.values()]
      .filter((child) => child.exitCode === null && child.signalCode === null)
      .map(async (child) => {
        this.doomed.add(child);
        child.kill('SIGKILL');
        await once(child, 'exit');
      });
    await Promise.all(ends);
  }

  private launch(berth: Berth): void {
    const log = openSync(path.join(this.logFolder, `${berth.name}.log`), 'a');
    const child = fork(inRepository('infra', 'chaos', 'process.ts'), {
      cwd: REPOSITORY,
      env: { ...this.environment, PORT: String(berth.port), ROLES: berth.roles },
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.running.set(berth.name, child);
    const ready = new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${berth.name} does not get ready.`)), READY_WITHIN_MS);
      child.once('message', () => resolve());
      child.once('exit', () => resolve());
      void once(child, 'message')
        .finally(() => clearTimeout(late))
        .catch(() => undefined);
      child.once('exit', () => clearTimeout(late));
    });
    ready.catch(() => undefined);
    this.ready.set(berth.name, ready);
    let atWork = false;
    child.once('message', () => (atWork = true));
    child.once('exit', (code, signal) => {
      if (!this.doomed.has(child)) {
        if (atWork) this.unexpected.push({ name: berth.name, code, signal });
        else this.failedStarts += 1;
      }
      if (!this.sunk) this.launch(berth);
    });
  }
}
