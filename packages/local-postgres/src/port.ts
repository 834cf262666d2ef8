import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections: one of these could take a port before it is used. */
const [FIRST, LAST] = [10_000, 32_000];
const MOST_TRIES = 1_000;

/**
 * A port of 127.0.0.1 that nobody listens on at present, by chance another one for every caller.
 * @throws where none is found
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const port = randomInt(FIRST, LAST);
    if (await canListen(port)) return port;
  }
  throw new Error('This machine has no free port on 127.0.0.1.');
}

/** The remembered port where it is free, so that open database tools keep working; else any free one. */
export async function choosePort(portFile: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) return asked;
  const remembered = Number.parseInt(await readFile(portFile, 'utf8').catch(() => ''), 10);
  return Number.isInteger(remembered) && (await canListen(remembered)) ? remembered : freePort();
}

async function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
