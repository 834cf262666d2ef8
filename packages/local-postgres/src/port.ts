import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** The remembered port where it is free, so that open database tools keep working; else any free one. */
export async function choosePort(portFile: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) return asked;
  const remembered = Number.parseInt(await readFile(portFile, 'utf8').catch(() => ''), 10);
  if (Number.isInteger(remembered) && (await listenOnce(remembered)) !== undefined) return remembered;
  const free = await listenOnce(0);
  if (free === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
  return free;
}

/** The port that could be listened on for a moment, or undefined where it is taken. */
async function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
