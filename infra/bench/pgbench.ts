import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FilledDatabase } from './context.ts';
import { siteAt } from './data-set.ts';
import { NOTE_SITES, ONE_CONTACT, WRITE_EVENTS } from './plain/statements.ts';
import type { Surroundings } from './surroundings.ts';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** The program, on the path or where Debian puts it; null where there is none. */
export async function pgbenchPath(): Promise<string | null> {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).map((version) => `${DEBIAN}/${version}/bin/pgbench`)
    : [];
  for (const file of [...debian, 'pgbench']) {
    if (
      await run(file, ['--version']).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return null;
}

const EVENTS = `jsonb_build_array(jsonb_build_object('id', uuidv7(), 'kind', 'contact.created', 'contact_id', :contact::uuid,
  'at', now(), 'detail', '{}'::jsonb))`;

/** The statements of creating a contact, without anybody who computes or answers in between. */
const script = ({ apiKey, companyId, dealerId, sites }: FilledDatabase): string => {
  const site = `('${siteAt(0, { sites }).slice(0, -12)}' || lpad(to_hex(:site::int), 12, '0'))::uuid`;
  return `
\\set phone random(1000000, 2000000000)
\\set site random(0, ${sites - 1})
select * from find_api_key(sha256(convert_to('${apiKey}', 'utf8')));
begin;
select set_config('app.company', '${companyId}', true), set_config('app.dealer', '${dealerId}', true);
select * from site where id = ${site} and company_id = '${companyId}' and archived_at is null;
insert into contact (id, company_id, dealer_id, site_id, name, phone, email_verification, emergency_contact, version,
    created_at, number_since)
  values (uuidv7(), '${companyId}', '${dealerId}', ${site}, 'Ana Ortiz', '+44' || :phone::text, false, true, 1, now(), now())
  returning id as contact \\gset
insert into audit_entry (id, company_id, dealer_id, actor_kind, actor_name, action, site_id, contact_id, detail, at)
  values (uuidv7(), '${companyId}', '${dealerId}', 'api_key', 'Bench', 'contact.created', ${site}, :contact::uuid,
    jsonb_build_object('version', 1, 'refusedBefore', null), now());
${ONE_CONTACT.replace('$1', `'${companyId}'`).replace('$2', ':contact::uuid')};
${WRITE_EVENTS.replace('$1', 'now()').replace('$2', EVENTS).replace('$3', `'${companyId}'`)};
${NOTE_SITES.replace('$1', `'${companyId}'`).replace('$2', `array['${dealerId}']`).replace('$3', `array[${site}]`)};
commit;
`;
};

/** Runs the statements by pgbench, prepared. */
export async function createBench(
  surroundings: Surroundings,
  database: FilledDatabase,
  pgbench: string,
  clients: number,
  seconds: number,
): Promise<() => Promise<{ perSecond: number }>> {
  const file = path.join(surroundings.folder, 'create-contact.sql');
  await writeFile(file, script(database));
  const url = surroundings.urlOf(database.name);
  const env = { ...process.env, PGOPTIONS: '-c role=keyholder_app -c timezone=UTC' };
  return async () => {
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(Math.ceil(seconds)),
      '-f',
      file,
    ];
    const { stdout } = await run(pgbench, [...args, url], { env });
    const perSecond = /tps = ([\d.]+)/u.exec(stdout)?.[1];
    if (perSecond === undefined) throw new Error(`pgbench said:\n${stdout}`);
    return { perSecond: Number(perSecond) };
  };
}
