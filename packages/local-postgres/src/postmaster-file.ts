import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine, isAlive } from './processes.ts';

/**
 * What a server writes about itself into its data directory.
 * Lines: pid, data directory, start time, port, socket folder, listen address, shared memory, status
 * (PostgreSQL source: src/include/utils/pidfile.h).
 */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Undefined where there is no such file, or it is not complete enough to name a process. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFile(cluster), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? '', 10), status: (lines[7] ?? '').trim() };
}

/** The path of that file. */
export function postmasterFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

/**
 * Whether that process is the server of this data directory. A process id alone proves nothing: after a reboot it
 * may belong to any program.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandLine(pid);
  return command.includes('postgres') && command.includes(cluster);
}
