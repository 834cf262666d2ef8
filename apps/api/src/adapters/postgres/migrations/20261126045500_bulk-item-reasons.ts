import { Migration } from '@mikro-orm/migrations';

/** Why an item of a run was not done is kept as facts, not as words: people read it in different languages. */
export class BulkItemReasons extends Migration {
  override up(): void {
    this.addSql('alter table bulk_item add column reason jsonb');
  }

  override down(): void {
    this.addSql('alter table bulk_item drop column reason');
  }
}
