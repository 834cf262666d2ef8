import { Migration } from '@mikro-orm/migrations';

/** How far a brand's replies were asked for, so that none is passed over however long we were away. */
export class RepliesSeenUntil extends Migration {
  override up(): void {
    // By the provider's clock.
    this.addSql('alter table brand add column replies_seen_until timestamptz');
  }
}
