import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Where binaries and data go that the server's account can't reach in their own place. Only ever needed by root,
 * for whom this folder is writable.
 */
export async function makeRelocationRoot(): Promise<string> {
  const root =
    process.platform === 'linux' ? '/var/lib/keyholder' : path.join('/usr', 'local', 'var', 'keyholder');
  await mkdir(root, { recursive: true });
  // Root's umask may be 077; the server's account must pass through.
  await chmod(root, 0o755);
  return root;
}
