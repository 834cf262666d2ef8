import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The root of every derived key; made once per data folder, so that links and the demo key stay valid. Its beginning
 * says that it is none for production, which refuses it.
 */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  return readOrMake(path.join(dataDir, 'secret'), () => `local-${randomBytes(32).toString('base64url')}`);
}

/** The account that the sandbox plays: no account of Twilio's, only of the same form. */
export async function readOrMakeSandboxAccount(
  dataDir: string,
): Promise<{ readonly accountSid: string; readonly authToken: string }> {
  const hex = (): string => randomBytes(16).toString('hex');
  const line = await readOrMake(path.join(dataDir, 'sandbox-account'), () => `AC${hex()}:${hex()}`);
  const [accountSid = '', authToken = ''] = line.split(':');
  return { accountSid, authToken };
}

async function readOrMake(file: string, make: () => string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim() !== '') return kept.trim();
  const made = make();
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}
