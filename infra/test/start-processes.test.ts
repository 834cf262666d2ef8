import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAlive } from '../../packages/local-postgres/src/index.ts';
import { Child } from '../start/child.ts';
import { lockDataFolder } from '../start/data-lock.ts';
import { requireFreePort } from '../start/ports.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keyholder start '));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function startChild(script: string): Promise<Child> {
  const file = path.join(folder, 'program.ts');
  await writeFile(file, script);
  return new Child({
    name: 'It',
    script: file,
    env: process.env,
    cwd: folder,
    logFile: path.join(folder, 'log'),
  });
}

describe('a child', () => {
  test('gives back what it printed, or fails with it', async () => {
    expect(await (await startChild(`console.log('made')`)).result()).toBe('made\n');
    const failing = await startChild(`console.error('no paper'); process.exitCode = 3`);
    await expect(failing.result()).rejects.toThrow(/It ended with code 3\.\nno paper/u);
    expect(await readFile(path.join(folder, 'log'), 'utf8')).toBe('no paper\n');
  });

  test('that dies before it answers is reported at once', async () => {
    const child = await startChild(`console.error('no port'); process.exitCode = 1`);
    await expect(child.untilAnswering('http://127.0.0.1:1/', () => false, 30_000)).rejects.toThrow('no port');
  });

  test('is stopped in good order', async () => {
    const child = await startChild(
      `process.on('SIGTERM', () => { console.log('put away'); process.exit(0); });
       console.log('ready'); setInterval(() => undefined, 1000);`,
    );
    await vi.waitFor(() => expect(child.tail).toBe('ready'), 10_000);
    await child.stop();
    expect(child.tail).toBe('ready\nput away');
  });

  test('ends with its parent, also where that is killed with -9, and so does a program that is tied to it', async () => {
    const program = path.join(folder, 'program.ts');
    await writeFile(program, `console.log(process.pid); setInterval(() => undefined, 1000);`);
    const start = path.resolve(import.meta.dirname, '../start');
    const parentScript = `
      const { Child } = await import(${JSON.stringify(path.join(start, 'child.ts'))});
      const common = { env: process.env, cwd: '/', onOutput: (text) => process.stdout.write(text) };
      new Child({ ...common, name: 'a', script: ${JSON.stringify(program)}, logFile: ${JSON.stringify(path.join(folder, 'a'))} });
      new Child({ ...common, name: 'b', script: ${JSON.stringify(path.join(start, 'tied-program.ts'))},
        args: [process.execPath, ${JSON.stringify(program)}], logFile: ${JSON.stringify(path.join(folder, 'b'))} });
    `;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentScript], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    parent.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const pids = await vi.waitFor(() => {
      const numbers = [...printed.matchAll(/^\d+$/gmu)].map(Number);
      expect(numbers).toHaveLength(2);
      return numbers;
    }, 20_000);
    expect(pids.map(isAlive)).toEqual([true, true]);
    const ended = once(parent, 'exit');
    parent.kill('SIGKILL');
    await ended;
    await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), 7000);
  }, 40_000);
});

describe('the data folder', () => {
  test('is taken by one start at a time', async () => {
    const script = path.join(folder, 'start.ts');
    await writeFile(script, `console.log('up'); setInterval(() => undefined, 1000);`);
    const other = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(other, 'exit');
    try {
      await once(other.stdout, 'data');
      await writeFile(path.join(folder, 'start.pid'), `${other.pid}\n`);
      await expect(lockDataFolder(folder)).rejects.toThrow(`process ${other.pid}`);
    } finally {
      other.kill('SIGKILL');
    }
    await ended;
    const lock = await lockDataFolder(folder);
    expect(lock.lastRunWasKilled).toBe(true);
    await lock.release();
    expect((await lockDataFolder(folder)).lastRunWasKilled).toBe(false);
  });

  test('is not kept by a number that belongs to another program now', async () => {
    const bystander = spawn('sleep', ['600'], { stdio: 'ignore' });
    try {
      await once(bystander, 'spawn');
      await writeFile(path.join(folder, 'start.pid'), `${bystander.pid}\n`);
      expect((await lockDataFolder(folder)).lastRunWasKilled).toBe(true);
    } finally {
      bystander.kill('SIGKILL');
    }
  });
});

describe('a port', () => {
  test.each(['127.0.0.1', '::1', '0.0.0.0'])(
    'that is taken on %s is named, with the variable',
    async (host) => {
      const server = createServer();
      await new Promise<void>((resolve) => void server.listen(0, host, resolve));
      const { port } = server.address() as AddressInfo;
      await expect(requireFreePort(port, 'the portal', 0)).rejects.toThrow(
        new RegExp(`Port ${port} .*PORT`, 'u'),
      );
      const waiting = requireFreePort(port, 'the portal', 10_000);
      server.close();
      await expect(waiting).resolves.toBeUndefined();
    },
  );
});
