import { chmod, chown, copyFile, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { openDataFolder } from './data-folder.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { isServerOf, readPostmasterFile } from './postmaster-file.ts';

/** What belongs to the running server and not to its data, and what it makes anew. */
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|pg_wal|pg_stat_tmp|pg_replslot|pg_notify|pg_subtrans|pgsql_tmp.*)$/u;

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Copies files with owner and mode; what vanishes meanwhile, the log of changes makes up for. */
async function copyTree(from: string, to: string, leftOut: RegExp | null): Promise<void> {
  const { mode, uid, gid } = await lstat(from);
  await mkdir(to, { recursive: true, mode: mode & 0o777 });
  await own(to, uid, gid);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    try {
      if (leftOut?.test(entry.name) === true) {
        if (!entry.isDirectory()) continue;
        // The server wants the folder, empty.
        await mkdir(target, { recursive: true, mode: 0o700 });
        await own(target, uid, gid);
      } else if (entry.isDirectory()) {
        await copyTree(source, target, leftOut);
      } else if (entry.isFile()) {
        await copyFile(source, target);
        const file = await lstat(source);
        await chmod(target, file.mode & 0o777);
        await own(target, file.uid, file.gid);
      }
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}

/** Only root can give files away; anybody else's belong to the right account anyway. */
async function own(file: string, uid: number, gid: number): Promise<void> {
  if (process.getuid?.() === 0) await chown(file, uid, gid);
}

/**
 * Copies the data of an embedded server into a folder from which {@link startEmbeddedPostgres} starts, as it was at the
 * end of the copy; while the server runs and is written to. By Postgres's own interface for this
 * (pg_backup_start and pg_backup_stop): the embedded server brings neither pg_dump nor pg_basebackup, and another
 * version's cannot be used.
 *
 * @param dataDir the server's folder, as it is started with
 * @param to a folder that is empty or not there
 */
export async function backUpEmbeddedPostgres(dataDir: string, to: string): Promise<void> {
  const folder = await openDataFolder(dataDir);
  const postmaster = await readPostmasterFile(folder.cluster);
  const wasRunning = postmaster !== undefined && (await isServerOf(postmaster.pid, folder.cluster));
  const server = await startEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: server.url });
  const target = path.join(to, 'cluster');
  try {
    await mkdir(to, { recursive: true });
    if ((await readdir(to)).length > 0) throw new Error(`${to} is not empty.`);
    if (process.getuid?.() === 0) await chmod(to, 0o711);
    await client.connect();
    // The changes made while files are copied are kept until they are copied too; gone with the connection.
    await client.query("select pg_create_physical_replication_slot('keyholder_backup', true, true)");
    await client.query("select pg_backup_start('keyholder', true)");
    await copyTree(folder.cluster, target, LEFT_OUT);
    const { rows } = await client.query<{ labelfile: string }>(
      'select labelfile from pg_backup_stop(wait_for_archive => false)',
    );
    await copyTree(path.join(folder.cluster, 'pg_wal'), path.join(target, 'pg_wal'), null);
    // Without it the server would take the copy for one that has crashed, and begin in the wrong place.
    const label = path.join(target, 'backup_label');
    await writeFile(label, rows[0]?.labelfile ?? '', { mode: 0o600 });
    const { uid, gid } = await lstat(folder.cluster);
    await own(label, uid, gid);
    await copyFile(folder.passwordFile, path.join(to, 'password'));
    await chmod(path.join(to, 'password'), 0o600);
  } finally {
    await client.end();
    if (!wasRunning) await server.stop();
  }
}
