import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

interface Content {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/** Writes beside the file, down to the disk; nobody reads it there. */
const writeBeside = async ({ content }: Content, temporary: string): Promise<void> => {
  const handle = await open(temporary, 'wx', 0o644);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes these folders; those that others lie in come with them. */
const makeFolders = (folders: readonly string[]): Promise<unknown> =>
  Promise.all(
    folders
      .filter((folder) => !folders.some((other) => other.startsWith(folder + path.sep)))
      .map((folder) => mkdir(folder, { recursive: true })),
  );

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes files so that a reader, or a power cut, finds the old or the new one, never half of either: temporary files
 * beside them, fsync, then one rename each, fsync of the folders. None is replaced before all of them are on disk.
 */
export const atomicWriteAll = async (contents: readonly Content[]): Promise<void> => {
  const pairs = contents.map((one) => ({
    one,
    temporary: path.join(path.dirname(one.file), `.${path.basename(one.file)}.${randomUUID()}.tmp`),
  }));
  const folders = [...new Set(contents.map(({ file }) => path.dirname(file)))];
  await makeFolders(folders);
  try {
    await Promise.all(pairs.map(({ one, temporary }) => writeBeside(one, temporary)));
    for (const { one, temporary } of pairs) await rename(temporary, one.file);
  } catch (error) {
    await Promise.all(pairs.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  await Promise.all(folders.map(syncFolder));
};

/** {@link atomicWriteAll} of one file. */
export const atomicWrite = (file: string, content: string | Uint8Array): Promise<void> =>
  atomicWriteAll([{ file, content }]);
