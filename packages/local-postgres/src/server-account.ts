import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';

/** The operating system account that the server runs as; undefined means the account of this process. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Postgres refuses to run as root: then it runs as the owner of an existing cluster, else as `postgres` where the
 * system has that account, else as `nobody`. No account is ever added to the system.
 * @throws where root finds none of them.
 */
export async function chooseServerAccount(cluster: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUpAccount('postgres') ?? lookUpAccount('nobody');
  if (account === undefined) {
    throw new Error('Postgres does not run as root, and this system has no account "postgres" or "nobody".');
  }
  return account;
}

function lookUpAccount(name: string): ServerAccount {
  const ask = (flag: string): number => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return answer.status === 0 ? Number.parseInt(answer.stdout, 10) : Number.NaN;
  };
  const uid = ask('-u');
  const gid = ask('-g');
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}

/** Tried out as that account rather than computed from mode bits: access lists and mounts count too. */
export function mayEnter(account: ServerAccount, folder: string): boolean {
  return account === undefined || tryAs(account, 'cd -- "$1"', folder);
}

/** Whether the account may run that program. */
export function mayExecute(account: ServerAccount, program: string): boolean {
  return account === undefined || tryAs(account, 'test -x "$1"', program);
}

function tryAs(account: { uid: number; gid: number }, script: string, argument: string): boolean {
  const run = spawnSync('/bin/sh', ['-c', script, 'sh', argument], { ...account, cwd: '/', stdio: 'ignore' });
  return run.status === 0;
}
