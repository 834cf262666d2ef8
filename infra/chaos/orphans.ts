import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A living worker has its answer well before this. */
const ANSWERED_WITHIN_MS = 4_000;

/** Texts whose worker was cut off between the claim and the answer: nobody has touched them for a while after the cut. */
export class Orphans {
  readonly ids = new Set<string>();
  private readonly looks: Promise<void>[] = [];

  private readonly databaseUrl: string;

  constructor(databaseUrl: string) {
    this.databaseUrl = databaseUrl;
  }

  /** To be called right after a cut. */
  look(): void {
    this.looks.push(this.compare().catch(() => undefined));
  }

  async settled(): Promise<void> {
    await Promise.all(this.looks);
  }

  private async compare(): Promise<void> {
    const before = await this.sending();
    await delay(ANSWERED_WITHIN_MS);
    const after = new Set(await this.sending());
    for (const id of before) if (after.has(id)) this.ids.add(id);
  }

  /** The database may just be starting again. */
  private async sending(): Promise<string[]> {
    for (let tries = 0; ; tries += 1) {
      const client = new pg.Client({ connectionString: this.databaseUrl });
      client.on('error', () => undefined);
      try {
        await client.connect();
        const { rows } = await client.query<{ id: string }>(
          `select id from text_message where state in ('sending', 'uncertain') and provider_id is null`,
        );
        return rows.map(({ id }) => id);
      } catch (error) {
        if (tries > 40) throw error;
        await delay(100);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  }
}
