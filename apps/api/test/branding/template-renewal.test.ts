import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO } from '../../src/demo/demo-company.ts';
import { TemplateRenewal, type RenewalProgress } from '../../src/publishing/template-renewal.ts';
import { addCompany } from '../support/tenants.ts';
import { World } from '../support/world.ts';

describe('new templates', () => {
  let world: World;
  let renewal: TemplateRenewal;
  beforeAll(async () => {
    world = await World.start();
    for (let number = 0; number < 5; number += 1) await addCompany(world, `+1212555018${number}`);
    renewal = world.application.app.get(TemplateRenewal);
  });
  afterAll(() => world.stop());

  const makeStale = (where: string) =>
    world.database.query(`update brand set live_build = 'earlier' where ${where}`);
  const stale = async () =>
    (await world.database.query(`select 1 from brand where live_build = 'earlier'`)).length;
  const page = (key: string) => path.join(world.settings.pagesDir, key, 'index.html');
  const run = async (): Promise<RenewalProgress[]> => {
    const said: RenewalProgress[] = [];
    await renewal.run((progress) => said.push(progress));
    return said;
  };

  it('reach every brand, and say how far they are', async () => {
    await makeStale('true');
    await writeFile(page('riverside'), 'earlier templates');
    expect((await run()).at(-1)).toEqual({ total: 6, done: 6, failed: 0 });
    expect(await stale()).toBe(0);
    expect(await readFile(page('riverside'), 'utf8')).toContain('Riverside Alarm');
  });

  it('touch only what is left where it was broken off', async () => {
    await makeStale(`id = '${DEMO.brandId}'`);
    expect((await run()).at(-1)).toEqual({ total: 1, done: 1, failed: 0 });
    expect(await run()).toEqual([]);
  });

  it('leave a brand that cannot be rendered as it is, and renew the others', async () => {
    const before = await readFile(page('riverside'), 'utf8');
    await makeStale('true');
    await world.database.query(
      `update brand_version set page = jsonb_set(page, '{website}', '"javascript:alert(1)"') where brand_id = $1`,
      [DEMO.brandId],
    );
    expect((await run()).at(-1)).toEqual({ total: 6, done: 6, failed: 1 });
    expect(await stale()).toBe(1);
    expect(await readFile(page('riverside'), 'utf8')).toBe(before);
  });
});
