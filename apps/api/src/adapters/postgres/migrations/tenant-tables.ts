/*
 * Statements that every migration with a new table needs: who sees which rows, and what the application's role may do.
 * Row-level security is forced, so that it binds the owner too.
 */

const COMPANY = `(select nullif(current_setting('app.company', true), '')::uuid)`;
const DEALER = `(select nullif(current_setting('app.dealer', true), '')::uuid)`;

const bind = (table: string, rows: string): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy tenant on ${table} to keyholder_app using (${rows}) with check (${rows})`,
];

/**
 * For a table with `company_id` and `dealer_id`: shows rows to the tenant set for the transaction only. A dealer sees
 * its own, the company as a whole sees all of its dealers'.
 */
export const boundToDealer = (table: string): string[] =>
  bind(table, `company_id = ${COMPANY} and (${DEALER} is null or dealer_id = ${DEALER})`);

/** For a table whose rows belong to a company and are shared by its dealers. */
export const boundToCompany = (table: string, companyColumn = 'company_id'): string[] =>
  bind(table, `${companyColumn} = ${COMPANY}`);

/** Rows may be added and never changed or deleted by the application. */
export const appendOnly = (table: string): string[] => [
  `revoke update, delete, truncate on ${table} from keyholder_app`,
];

/** Rows may be read, added and changed by the application; deleting takes a grant of its own. */
export const usableByApp = (table: string): string[] => [
  `grant select, insert, update on ${table} to keyholder_app`,
];

/**
 * Lets the look-ups without a tenant read these columns of every row of a table.
 * @param columns as in `select`, comma-separated
 */
export const readableByLookups = (table: string, columns: string): string[] => [
  `grant select (${columns}) on ${table} to keyholder_lookup`,
  `create policy lookup on ${table} for select to keyholder_lookup using (true)`,
];

/**
 * Makes a SECURITY DEFINER function run as the role of the look-ups, and the application the only one to call it.
 * @param signature name and types of arguments, for example `find_link(bytea)`
 */
export const answersWithoutTenant = (signature: string): string[] => [
  `grant create on schema public to keyholder_lookup`,
  `alter function ${signature} owner to keyholder_lookup`,
  `revoke create on schema public from keyholder_lookup`,
  `revoke all on function ${signature} from public`,
  `grant execute on function ${signature} to keyholder_app`,
];
