import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './settings.ts';

/**
 * @param patienceMs how long a taken port is waited for: the processes of a run that was killed take a moment to end.
 * @throws StartError that names the variable which chooses the port.
 */
export async function requireFreePort(port: number, whose: string, patienceMs: number): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isFree(port))) {
    if (performance.now() >= giveUpAt) {
      throw new StartError(
        `Port ${port} (${whose}) is in use by another program. ` +
          'PORT chooses the port; the phones and the mail page take the next two: PORT=4000 pnpm start',
      );
    }
    await delay(100);
  }
}

/** On both loopback addresses: `localhost` may mean either. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

async function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has no ::1 to be taken.
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
