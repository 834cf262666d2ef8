import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine, isAlive } from '../../packages/local-postgres/src/index.ts';
import { StartError } from './settings.ts';

/** The claim of one running start on a data folder. */
export interface DataLock {
  /** Whether the run before this one was killed and could not clean up. */
  readonly lastRunWasKilled: boolean;
  release(): Promise<void>;
}

/**
 * Claims the data folder for this process.
 * @throws StartError where another start runs on it.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true });
  const file = path.join(dataDir, 'start.pid');
  const release = async (): Promise<void> => rm(file, { force: true });
  for (let lastRunWasKilled = false; ; lastRunWasKilled = true) {
    try {
      await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
      return { lastRunWasKilled, release };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EROFS') {
        throw new StartError(
          `This account may not write to ${dataDir}. KEYHOLDER_DATA chooses another folder.`,
        );
      }
      if (code !== 'EEXIST') throw error;
    }
    const other = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
    // The command line is looked at too: after a reboot the number may be any program's.
    if (other !== process.pid && isAlive(other) && (await commandLine(other)).includes('start.ts')) {
      throw new StartError(
        `Keyholder runs on ${dataDir} already (process ${other}). ` +
          'Stop that one, or give this one its own folder and port: KEYHOLDER_DATA=… PORT=… pnpm start',
      );
    }
    await release();
  }
}
