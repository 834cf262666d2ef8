import { Migration } from '@mikro-orm/migrations';
import { answersWithoutTenant } from './tenant-tables.ts';

/** Every company, the newest first; what is known of one is read as its tenant. */
const FIND_COMPANIES = /* sql */ `
create function find_companies(part_of_name text, before uuid, most int)
  returns table (company_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.id from company c
    where (before is null or c.id < before) and c.name ilike part_of_name
    order by c.id desc limit most
  $$
`;

/** Support finds the companies that it makes and sets senders up for. */
export class CompaniesForSupport extends Migration {
  override up(): void {
    for (const statement of [
      'grant select (id, name) on company to keyholder_lookup',
      FIND_COMPANIES,
      ...answersWithoutTenant('find_companies(text, uuid, int)'),
    ]) {
      this.addSql(statement);
    }
  }

  override down(): void {
    this.addSql('drop function find_companies(text, uuid, int)');
    this.addSql('revoke select (name) on company from keyholder_lookup');
  }
}
