import { Migration } from '@mikro-orm/migrations';

/**
 * What becomes of a contact changes its row several times a day, when it changed with each: no index holds any of that,
 * and each page has room, so that a change stays in its page and writes to no index. An export of what has changed
 * reads the dealer's contacts instead, once in a while.
 */
export class ContactsChangeInPlace extends Migration {
  override up(): void {
    this.addSql('create index contact_of_dealer on contact (company_id, dealer_id)');
    this.addSql('drop index contact_changed');
    this.addSql('alter table contact set (fillfactor = 85)');
  }

  override down(): void {
    this.addSql('create index contact_changed on contact (company_id, dealer_id, changed_at)');
    this.addSql('drop index contact_of_dealer');
    this.addSql('alter table contact reset (fillfactor)');
  }
}
