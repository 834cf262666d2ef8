import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** One text of ours as the network has it. */
export interface NetworkText {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly status: string;
  /** ISO 8601, when it was created. */
  readonly at: string;
  /** Our id of the attempt, from the address that its status is reported to. */
  readonly attempt: string;
}

interface Entry {
  readonly kind: string;
  readonly message?: {
    readonly sid: string;
    readonly to: string;
    readonly from: string;
    readonly body: string;
    readonly status: string;
    readonly createdAt: string;
    readonly statusCallback: string | null;
  };
}

/** What the phone network knows, from its own journal, which it writes before it answers anything. */
export class Network {
  private readonly bySid = new Map<string, NetworkText>();
  private readonly file: string;
  private readTo = 0;

  constructor(file: string) {
    this.file = file;
  }

  /** Every text of ours, in the order of their creation. */
  texts(): readonly NetworkText[] {
    this.readOn();
    return [...this.bySid.values()];
  }

  /** Only what was written since. A last line that is not whole yet is read the next time. */
  private readOn(): void {
    if (!existsSync(this.file)) return;
    const descriptor = openSync(this.file, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(descriptor).size - this.readTo);
      readSync(descriptor, bytes, 0, bytes.length, this.readTo);
      const end = bytes.lastIndexOf('\n') + 1;
      this.readTo += end;
      for (const line of bytes.subarray(0, end).toString('utf8').split('\n'))
        if (line !== '') this.take(line);
    } finally {
      closeSync(descriptor);
    }
  }

  private take(line: string): void {
    const { kind, message } = JSON.parse(line) as Entry;
    if (kind !== 'message' || message === undefined || message.statusCallback === null) return;
    const attempt = new URL(message.statusCallback).searchParams.get('attempt');
    if (attempt === null) return;
    const { sid, to, from, body, status, createdAt: at } = message;
    this.bySid.set(sid, { sid, to, from, body, status, at, attempt });
  }
}
