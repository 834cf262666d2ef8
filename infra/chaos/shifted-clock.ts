import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How long a process goes on with the shift that it has read. */
const READ_EVERY_MS = 50;

/** The machine's clock, shifted by as many milliseconds as stand in a file: several processes jump together. */
export class ShiftedClock {
  private shift = 0;
  private readAt = -Infinity;

  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  now(): Date {
    if (performance.now() - this.readAt > READ_EVERY_MS) {
      this.shift = Number(readFileSync(this.file, 'utf8'));
      this.readAt = performance.now();
    }
    return new Date(Date.now() + this.shift);
  }
}

/** Sets the clock of everybody who reads the file. Whole or not at all: nobody reads half a number. */
export const setShift = (file: string, milliseconds: number): void => {
  writeFileSync(`${file}.next`, String(Math.round(milliseconds)));
  renameSync(`${file}.next`, file);
};
