import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MessageRecord } from './message.ts';
import type { PartialScenario } from './scenario.ts';

export type JournalEntry =
  | { kind: 'message'; message: MessageRecord }
  | { kind: 'optOut'; sender: string; number: string; blocked: boolean }
  | { kind: 'scenario'; number: string; scenario: PartialScenario | null };

/**
 * Append-only JSON lines, one entry a line; the last entry of a message wins. Written synchronously, so that
 * what was answered survives `kill -9`.
 */
export class Journal {
  readonly #path: string | undefined;

  /** Without a path nothing is kept. */
  constructor(path: string | undefined) {
    this.#path = path;
    if (path !== undefined) mkdirSync(dirname(path), { recursive: true });
  }

  /**
   * All entries, oldest first. A last line without its line feed was torn by a kill and is cut off, or the next
   * entry would be glued to it. Throws on any other line that is not JSON: that file is not ours.
   */
  read(): JournalEntry[] {
    if (this.#path === undefined || !existsSync(this.#path)) return [];
    const bytes = readFileSync(this.#path);
    const end = bytes.lastIndexOf('\n') + 1;
    if (end < bytes.length) truncateSync(this.#path, end);
    const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    return lines.map((line, index) => {
      try {
        return JSON.parse(line) as JournalEntry;
      } catch (error) {
        throw new Error(`${this.#path}, line ${index + 1}: not a journal entry`, { cause: error });
      }
    });
  }

  append(entry: JournalEntry): void {
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify(entry)}\n`);
  }

  clear(): void {
    if (this.#path !== undefined && existsSync(this.#path)) truncateSync(this.#path);
  }
}
