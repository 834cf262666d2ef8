import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeRelocationRoot } from './relocation.ts';
import { chooseServerAccount, mayEnter, type ServerAccount } from './server-account.ts';

/** What belongs to one embedded server, and the account that runs it. */
export interface DataFolder {
  /** The folder of everything below. */
  readonly root: string;
  /** Postgres's data directory. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly portFile: string;
  readonly logFile: string;
  readonly account: ServerAccount;
}

/**
 * The folder as asked for, or – for root, where the server's account can't enter that – one below /var/lib/keyholder
 * whose name is derived from the asked path. The choice is noted in the asked folder, so that it stays when modes
 * change later.
 * @throws where an existing cluster can't be entered by the account that must run it.
 */
export async function openDataFolder(asked: string): Promise<DataFolder> {
  await mkdir(asked, { recursive: true });
  // One spelling of the path: the server's command line is compared with it.
  const absolute = await realpath(asked);
  const noteFile = path.join(absolute, 'moved-to');
  const noted = await readFile(noteFile, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
  const here = await layOut(noted ?? absolute);
  if (mayEnter(here.account, here.root)) return here;
  if (await exists(here.cluster)) {
    throw new Error(
      `The account that Postgres runs as can't enter ${here.root}, where its data is. ` +
        'Give every folder on that path mode 0711 or wider.',
    );
  }
  const name = createHash('sha256').update(absolute).digest('hex').slice(0, 16);
  const elsewhere = path.join(await makeRelocationRoot(), name);
  const moved = await layOut(elsewhere);
  await writeFile(noteFile, `${elsewhere}\n`);
  return moved;
}

async function layOut(root: string): Promise<DataFolder> {
  await mkdir(root, { recursive: true });
  const cluster = path.join(root, 'cluster');
  const account = await chooseServerAccount(cluster);
  // Passed through by the server's account, listed by nobody: the password beside the cluster has its own mode.
  if (account !== undefined) await chmod(root, 0o711);
  return {
    root,
    cluster,
    passwordFile: path.join(root, 'password'),
    portFile: path.join(root, 'port'),
    logFile: path.join(root, 'postgres.log'),
    account,
  };
}

/** The superuser's password, made once from 192 random bits. */
export async function readOrMakePassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}

/** Whether something of that name exists. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
