import { execFile } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

const BRAND = 'riverside';

const page = async (url: string): Promise<string> =>
  (await fetch(`${url}/${BRAND}/en/`, { signal: AbortSignal.timeout(5_000) })).text();

const until = async (look: () => Promise<boolean>): Promise<boolean> => {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await look().catch(() => false)) return true;
    await delay(500);
  }
  return false;
};

/**
 * The disk of the pages is full while a brand is published: what is shown stays whole, and the new pages appear once
 * there is room. The folder becomes a small file system of its own for that.
 */
export const fillPages = async (
  databaseUrl: string,
  pages: string,
  url: string,
): Promise<{ readonly ok: boolean; readonly words: string }> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let mounted = false;
  /** Publishes again, under another name of the brand. */
  const publish = async (name: string): Promise<void> => {
    await client.query(
      `with next as (
         update brand set published_version = published_version + 1 where brand_key = $1
         returning id, company_id, published_version as version)
       insert into brand_version (company_id, brand_id, version, page, texts, published_at)
       select next.company_id, next.id, next.version, jsonb_set(old.page, '{name}', to_jsonb($2::text)), old.texts, now()
       from next join brand_version old on old.brand_id = next.id and old.version = next.version - 1`,
      [BRAND, name],
    );
    await client.query(
      `insert into pgboss.job (name, data, retry_limit, retry_delay)
       select name, data, 60, 1 from (
         select 'publish-brand' as name, jsonb_build_object('name', 'publish-brand', 'brandId', id,
           'tenant', jsonb_build_object('companyId', company_id, 'dealerId', null)) as data
         from brand where brand_key = $1) as work`,
      [BRAND],
    );
  };
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=755', 'tmpfs', pages]);
    mounted = true;
    await publish('Before the flood');
    if (!(await until(async () => (await page(url)).includes('Before the flood')))) {
      return { ok: false, words: 'the first pages did not appear' };
    }
    const ballast = path.join(pages, '.ballast');
    const file = await open(ballast, 'w');
    try {
      for (;;) await file.write(Buffer.alloc(64 * 1024));
    } catch {
      // No room is left.
    } finally {
      await file.close();
    }
    await publish('After the flood');
    await delay(5_000);
    const during = await page(url);
    if (!during.includes('Before the flood') || !during.includes('</html>')) {
      return { ok: false, words: 'the pages that were shown did not stay whole' };
    }
    await rm(ballast);
    const appeared = await until(async () => (await page(url)).includes('After the flood'));
    return appeared
      ? { ok: true, words: 'what was shown stayed whole, and the new pages appeared once there was room' }
      : { ok: false, words: 'the new pages did not appear once there was room' };
  } catch (error) {
    if (!mounted) return { ok: true, words: 'left out: no file system can be mounted here' };
    throw error;
  } finally {
    if (mounted) await run('umount', ['-l', pages]).catch(() => undefined);
    await client.end();
  }
};
