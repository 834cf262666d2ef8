import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Writing one brand's files takes milliseconds; who holds the lock this long was killed. */
const STALE_MS = 30_000;
const POLL_MS = 20;

const isError = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/** Who holds a lock, so that others of the same machine see at once that it was killed. */
const owner = (): string => `${hostname()} ${process.pid}`;

/** True where the lock names a process of this machine that has ended. */
const isOrphan = async (lock: string): Promise<boolean> => {
  const [host, pid] = (await readFile(path.join(lock, 'owner'), 'utf8').catch(() => '')).split(' ');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isError(error, 'ESRCH');
  }
};

/** Moves a dead holder's lock away; the rename has one winner. */
const clearStale = async (lock: string): Promise<void> => {
  try {
    const { mtimeMs } = await stat(lock);
    if (Date.now() - mtimeMs < STALE_MS && !(await isOrphan(lock))) return;
    const grave = `${lock}.${randomUUID()}`;
    await rename(lock, grave);
    await rm(grave, { recursive: true });
  } catch (error) {
    if (!isError(error, 'ENOENT')) throw error;
  }
};

/**
 * Runs `work` while no other publisher, in this process or another on the same file system, is at the same brand.
 * The lock is a folder: making one is atomic everywhere, also on network file systems.
 */
export const withBrandLock = async <T>(
  folder: string,
  brandKey: string,
  work: () => Promise<T>,
): Promise<T> => {
  const lock = path.join(folder, `${brandKey}.lock`);
  await mkdir(folder, { recursive: true });
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (!isError(error, 'EEXIST')) throw error;
      await clearStale(lock);
      await pause(POLL_MS);
    }
  }
  try {
    await writeFile(path.join(lock, 'owner'), owner());
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
};
