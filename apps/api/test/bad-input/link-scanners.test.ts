import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../../../../infra/browser.ts';
import { Dealer } from '../support/dealer.ts';
import { changesNothing } from '../support/problems.ts';
import { World } from '../support/world.ts';

type Browser = NonNullable<Awaited<ReturnType<typeof launchBrowser>>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;

const PHONE = '+12125550100';

/** Programs that open every link of a text or a mail before the person does. */
const PREVIEWERS = [
  'facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'WhatsApp/2.24',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 SafeLinks',
];

describe('programs that open links confirm nothing', () => {
  let world: World;
  let browser: Browser | null;
  let id: string;
  /** The link as it stands in the text. */
  let link: URL;
  beforeAll(async () => {
    world = await World.start();
    browser = await launchBrowser();
    ({ id } = await world.contact(PHONE));
    await new Dealer(world).welcomes(id);
    const [text] = await world.sandbox.textsTo(PHONE);
    link = new URL(/https?:\/\/\S+#\S+/u.exec(text!.body)![0]);
    // The brand's pages are published by a job.
    await vi.waitFor(async () => expect((await fetch(world.url + link.pathname)).status).toBe(200), {
      timeout: 30_000,
      interval: 100,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await world.stop();
  });

  /** What kinds of evidence there are of the contact. */
  const evidence = async (): Promise<string[]> => {
    const rows = await world.database.query<{ kind: string }>(
      'select distinct kind from consent_evidence where contact_id = $1 order by kind',
      [id],
    );
    return rows.map(({ kind }) => kind);
  };

  const variants = (): string[] => {
    const token = link.hash.slice(1);
    return [link.href, `${world.url}${link.pathname}?t=${token}`, `${world.url}${link.pathname}en/#${token}`];
  };

  it('GET and HEAD of the page, as previews and scanners do, change nothing at all', () =>
    changesNothing(world, async () => {
      for (const agent of PREVIEWERS) {
        for (const address of variants()) {
          for (const method of ['HEAD', 'GET']) {
            const path = address.slice(new URL(address).origin.length);
            const answer = await fetch(world.url + path, { method, headers: { 'user-agent': agent } });
            expect(answer.status).toBe(200);
          }
        }
      }
    }));

  /** Opens the link as a crawler that runs scripts: waits, scrolls, moves the mouse over everything, follows links. */
  const crawl = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Confirm' }).waitFor();
    for (const element of await page.locator('a, button, video').all()) {
      if (await element.isVisible()) await element.hover();
    }
    await page.mouse.wheel(0, 5_000);
    await page.keyboard.press('Tab');
    const links = await Promise.all((await page.locator('a').all()).map((one) => one.getAttribute('href')));
    const ours = links.map((href) => new URL(href ?? '', page.url()).href);
    for (const href of ours.filter((one) => one.startsWith(world.url))) {
      // A contact card is a file to keep: a page that is sent to it stays where it is.
      if (href.endsWith('.vcf')) await page.request.get(href);
      else await page.goto(href);
    }
  };

  it('a crawler that runs scripts leaves no more than that the page was opened', async (context) => {
    if (browser === null) context.skip('there is no Chromium on this machine');
    const before = await evidence();
    for (const address of variants()) {
      const visit = await browser!.newContext({ userAgent: PREVIEWERS[2]! });
      visit.setDefaultTimeout(15_000);
      const page = await visit.newPage();
      await page.goto(address.replace(link.origin, world.url));
      await crawl(page);
      await visit.close();
    }
    const contact = await world.shows(id, 'pending_confirmation');
    expect(contact.agreement).toMatchObject({ state: 'none' });
    expect(contact.optedOut).toMatchObject({ state: false });
    expect((await evidence()).filter((kind) => !before.includes(kind))).toEqual(['page_opened']);
    expect(await world.database.query('select 1 from refused_number')).toEqual([]);
    await world.nothingElseWasSent(PHONE);
  });
});
