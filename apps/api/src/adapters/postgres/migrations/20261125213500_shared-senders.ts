import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant } from './tenant-tables.ts';

/** Published brands that text from the same sender as another: a provider keeps opt-outs per sender. */
const FIND_SHARED_SENDERS = /* sql */ `
create function find_shared_senders()
  returns table (id uuid, company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select b.id, b.company_id from brand b
    where b.published_version > 0 and exists (
      select from brand other
      where other.id <> b.id and other.published_version > 0 and other.sender_value = b.sender_value)
    order by b.created_at
  $$
`;

/** A question that is asked before a production process starts. */
export class SharedSenders extends Migration {
  override up(): void {
    for (const statement of [
      'grant select (published_version) on brand to keyholder_lookup',
      FIND_SHARED_SENDERS,
      ...answersWithoutTenant('find_shared_senders()'),
    ]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop function find_shared_senders()');
  }
}
