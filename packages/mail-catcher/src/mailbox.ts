/** A mail as it was handed over. */
export interface Mail {
  /** Counts up from 1. */
  readonly id: number;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** As in the header, with the sender's name. */
  readonly from: string;
  /** Addresses that the envelope names. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** The newest mails; kept in memory for as long as the process lives. */
export class Mailbox {
  private mails: readonly Mail[] = [];
  private count = 0;

  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  add(mail: Omit<Mail, 'id' | 'receivedAt'>): void {
    this.count += 1;
    const kept = { id: this.count, receivedAt: new Date().toISOString(), ...mail };
    this.mails = [kept, ...this.mails].slice(0, this.most);
  }

  /** The newest first. @param to address; null for everybody's */
  list(to: string | null): readonly Mail[] {
    const address = to?.toLowerCase();
    if (address === undefined) return this.mails;
    return this.mails.filter((mail) => mail.to.some((one) => one.toLowerCase() === address));
  }
}
