import path from 'node:path';

/** The repository's root folder. */
export const REPOSITORY = path.resolve(import.meta.dirname, '..');

/** A path below the repository's root. */
export function inRepository(...parts: string[]): string {
  return path.join(REPOSITORY, ...parts);
}

/** A package's script, run by the project's own Node with the package's tools on its path. */
export function scriptCommand(script: string): readonly [string, ...string[]] {
  return [process.execPath, '--run', script];
}
