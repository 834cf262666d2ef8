import { readFile } from 'node:fs/promises';
import { SandboxControl } from '@keyholder/twilio-sandbox';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { accessibilityProblems, sidewaysProblems } from '../scenes/problems-of.ts';
import { COMPANY_ADMIN, DEALER, SUPPORT, type Cast } from '../scenes/casts.ts';
import { SCENES, signIn, type Scene } from '../scenes/scenes.ts';
import { done, setStage, type Stage } from '../scenes/stage.ts';
import { startProduct, type RunningProduct } from '../tour/running-product.ts';
import { focused, tabTo, told } from './keyboard.ts';

/** What the first page may cost: everything it loads, as it is transferred. */
const FIRST_PAGE_BYTES = 250 * 1024;

const VARIANTS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['desktop, light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true }],
];

describe('the portal in a real browser', () => {
  let browser: Browser | null;
  let product: RunningProduct;
  let stage: Stage;
  let phones: SandboxControl;

  beforeAll(async () => {
    browser = await launchBrowser();
    if (browser === null) return;
    product = await startProduct();
    stage = await setStage(product);
    phones = new SandboxControl(product.phonesUrl);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    if (browser !== null) await product.stop();
  }, 30_000);

  const newPage = async (context: TestContext, options: BrowserContextOptions = {}): Promise<Page> => {
    if (browser === null) context.skip('there is no Chromium on this machine');
    const visit = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    visit.setDefaultTimeout(60_000);
    context.onTestFinished(() => visit.close());
    return visit.newPage();
  };
  const at = (path: string): string => new URL(`.${path}`, product.portalUrl).href;
  const contactNow = async (contactId: string) =>
    done(stage.api.GET('/api/v1/contacts/{contactId}', { params: { path: { contactId } } }));
  const newSite = (name: string) =>
    done(
      stage.api.POST('/api/v1/sites', {
        body: { name, accountNumber: name, country: 'US', timeZone: 'America/Chicago' },
      }),
    );
  const newContact = (siteId: string, name: string, phone: string, slotNumber: number) =>
    done(
      stage.api.POST('/api/v1/sites/{siteId}/contacts', {
        params: { path: { siteId } },
        body: { name, phone, slotNumber },
      }),
    );

  /**
   * The dealer's all in the light; in the dark every other, which is enough to see a colour that is too faint. What
   * others see is made of the same parts: each of their scenes once, in the light or in the dark.
   */
  const scenesOf = ({ scenes }: Cast, { colorScheme }: BrowserContextOptions): readonly Scene[] => {
    const isLight = colorScheme === 'light';
    return scenes.filter((_, index) => (isLight ? scenes === SCENES || index % 2 === 1 : index % 2 === 0));
  };

  test.for(VARIANTS)(
    'every page and window: nothing for axe to find, nothing wider than the screen (%s)',
    { timeout: 600_000 },
    async ([, options], context) => {
      const problems: string[] = [];
      for (const cast of [DEALER, COMPANY_ADMIN, SUPPORT]) {
        const page = await newPage(context, options);
        await signIn(page, product, cast.email);
        for (const scene of scenesOf(cast, options)) {
          await scene.play(page, stage);
          const found = [...(await accessibilityProblems(page)), ...(await sidewaysProblems(page))];
          problems.push(...found.map((problem) => `${scene.name}: ${problem}`));
          await page.unrouteAll({ behavior: 'ignoreErrors' });
        }
      }
      expect(problems).toEqual([]);
    },
  );

  test('at 200 % zoom nothing has to be scrolled sideways', { timeout: 300_000 }, async (context) => {
    // A window of 1280 pixels at 200 % has room for 640.
    const page = await newPage(context, { viewport: { width: 640, height: 400 } });
    await signIn(page, product);
    const problems: string[] = [];
    const shown = SCENES.filter(({ name }) =>
      /^(?:home|sites|a site|bulk|the welcome|settings|webhooks|reminders)/u.test(name),
    );
    for (const scene of shown) {
      await scene.play(page, stage);
      problems.push(...(await sidewaysProblems(page)).map((problem) => `${scene.name}: ${problem}`));
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
    expect(problems).toEqual([]);
  });

  test(
    'the keyboard alone leads through everything; focus is never lost, and what was done is told',
    { timeout: 300_000 },
    async (context) => {
      const site = await newSite('Keyboard Court');
      await newContact(site.id, 'Ben Cole', '(212) 555-0141', 1);
      const page = await newPage(context);
      const { keyboard } = page;
      /** Presses Enter on what is named so. */
      const enter = async (name: RegExp): Promise<void> => {
        await tabTo(page, name);
        await keyboard.press('Enter');
      };
      const focus = (name: RegExp): Promise<void> =>
        expect.poll(() => focused(page), { timeout: 30_000 }).toMatch(name);
      await page.goto(product.portalUrl);
      await focus(/^Email/u);
      await keyboard.type(product.email);
      await keyboard.press('Tab');
      await keyboard.type(product.password);
      await keyboard.press('Enter');
      await focus(/^Home$/u);

      // Enter right after the last key opens what is found by all of them, once it is found; not what is typed over.
      const search = /query=keyboard(?:\+|%20)court(?:&|$)/u;
      let answer = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route(search, async (route) => {
        await held;
        // The portal may have called it off meanwhile.
        await route.continue().catch(() => undefined);
      });
      await keyboard.press('Control+k');
      await focus(/^Search sites/u);
      const asked = page.waitForRequest(search);
      await keyboard.type('keyboard court');
      await keyboard.press('Enter');
      await asked;
      await keyboard.type(' nowhere');
      await told(page, '0 sites');
      answer();
      await page.unroute(search);
      await focus(/^Search sites/u);
      await keyboard.press('Control+A');
      await keyboard.type('keyboard court');
      await keyboard.press('Enter');
      await focus(/^Keyboard Court$/u);

      await keyboard.press('Control+k');
      await focus(/^Search sites/u);
      await keyboard.type('keyboard court');
      await told(page, '1 site');
      await page.getByRole('link', { name: 'Scenic Storage' }).waitFor({ state: 'detached' });
      await keyboard.press('ArrowDown');
      await focus(/^Keyboard Court/u);
      await keyboard.press('ArrowUp');
      await focus(/^Search sites/u);
      await keyboard.press('Enter');
      await focus(/^Keyboard Court$/u);

      // Created, checked and welcomed without leaving the window.
      await enter(/^Add a contact/u);
      await focus(/^Full name/u);
      await keyboard.type('Ana Reyes');
      await tabTo(page, /^Cell phone/u);
      await keyboard.type('2125550142');
      await enter(/^Validate$/u);
      await told(page, 'A mobile phone. Texts can arrive.');
      await enter(/^Create$/u);
      await focus(/^Welcome text for Ana Reyes/u);
      await tabTo(page, /^Spoken/u);
      await keyboard.press('Space');
      await enter(/^Send$/u);
      await told(page, 'Ana Reyes: Pending confirmation');
      await focus(/^Add a contact/u);

      // Nothing moves for those who want no motion.
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((element) => {
              const { animationName, transitionDuration } = getComputedStyle(element);
              return animationName !== 'none' || !/^0s(?:, 0s)*$/u.test(transitionDuration);
            })
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
        ),
      ).toEqual([]);

      await enter(/^Slot numbers/u);
      await focus(/^Slot of Ben Cole/u);
      await keyboard.press('Escape');
      await focus(/^Slot numbers/u);
      await keyboard.press('Enter');
      await focus(/^Slot of Ben Cole/u);
      await keyboard.type('7');
      await keyboard.press('Escape');
      await told(page, 'Discard what you entered?');
      await focus(/^Keep editing$/u);
      await keyboard.press('Escape');
      await focus(/^Slot of Ben Cole/u);
      await enter(/^Save$/u);
      await told(page, 'Saved.');
      await focus(/^Slot numbers/u);

      // A window over a window gives focus back to what had opened the first.
      await enter(/^Details of Ben Cole/u);
      await focus(/^Ben Cole/u);
      await enter(/^Edit$/u);
      await focus(/^Full name/u);
      await keyboard.press('Escape');
      await focus(/^Details of Ben Cole/u);

      await enter(/^Details of Ana Reyes/u);
      await focus(/^Ana Reyes/u);
      await enter(/^Remove from the list/u);
      await focus(/^Keep$/u);
      // Escape answers the question; the drawer that it was put in stays.
      await keyboard.press('Escape');
      await focus(/^Remove from the list/u);
      await keyboard.press('Enter');
      await told(page, 'Remove Ana Reyes from the list?');
      await focus(/^Keep$/u);
      await tabTo(page, /^Remove from the list/u, 'Shift+Tab');
      await keyboard.press('Enter');
      await told(page, 'Ana Reyes was removed from the list.');
      await focus(/^Undo$/u);
      await keyboard.press('Enter');
      await told(page, /Ana Reyes is back on the list/u);
      await focus(/^Keyboard Court$/u);

      // On paper: the list, in black on white also for those who prefer the dark, and nothing to press.
      await page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
      await page.getByRole('heading', { name: 'Ana Reyes' }).waitFor();
      await page.getByText('(212) 555-0142').waitFor();
      expect(await page.locator('nav, button, a.button').filter({ visible: true }).count()).toBe(0);
      const ink = await page.getByRole('heading', { name: 'Ana Reyes' }).evaluate((heading) => ({
        ink: getComputedStyle(heading).color,
        paper: getComputedStyle(document.documentElement).backgroundColor,
      }));
      expect(ink).toEqual({ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' });
      await page.emulateMedia({ media: 'screen', colorScheme: 'light', reducedMotion: 'reduce' });

      // The list of what is to be done: the row moves on, focus stays with it.
      await tabTo(page, /^Home$/u, 'Shift+Tab');
      await keyboard.press('Enter');
      await focus(/^Home$/u);
      await enter(/^Validate the number of Ben Cole/u);
      await told(page, 'Ben Cole: Valid number');
      await focus(/^Send welcome text to Ben Cole/u);
      await keyboard.press('Enter');
      await focus(/^Welcome text for Ben Cole/u);
      await enter(/^Spoken: send/u);
      await told(page, 'Welcome text to Ben Cole: handed over.');
      await focus(/./u);

      await tabTo(page, /^Settings$/u, 'Shift+Tab');
      await keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Riverside Alarm – North' }).waitFor();
      await enter(/^Invite somebody/u);
      await focus(/^Email/u);
      await keyboard.type('kay@example.com');
      await keyboard.press('Enter');
      await told(page, 'An invitation is on its way to kay@example.com.');
      await focus(/^Invite somebody/u);
      await enter(/^Take back/u);
      await told(page, 'The invitation of kay@example.com is taken back.');
      await page.getByText('kay@example.com', { exact: true }).waitFor({ state: 'detached' });
      await focus(/./u);
    },
  );

  test('a contact’s life: edited, swapped, removed and put back', { timeout: 300_000 }, async (context) => {
    const site = await newSite('Life Library');
    const ana = await newContact(site.id, 'Ana Reyes', '(212) 555-0114', 1);
    await newContact(site.id, 'Ben Cole', '(212) 555-0115', 2);
    const page = await newPage(context);
    await signIn(page, product);
    const dialog = page.getByRole('dialog');

    await page.getByRole('link', { name: 'Sites', exact: true }).click();
    await page.getByRole('searchbox').pressSequentially('555-0114');
    await page.getByText('Ana Reyes').waitFor();
    await page.getByRole('link', { name: 'Life Library' }).click();
    await page.getByRole('heading', { name: 'Life Library' }).waitFor();

    // Below its minimum, as nobody has confirmed yet: found among those too.
    await page.getByRole('link', { name: 'All sites' }).click();
    await page.getByRole('link', { name: /^Below minimum/u }).click();
    await page.getByRole('searchbox').fill('life library');
    await page.getByText('1 site', { exact: true }).waitFor();
    expect(page.url()).toMatch(/\/sites\?below=&q=life\+library$/u);
    await page.getByRole('link', { name: 'Life Library' }).click();
    await page.getByRole('heading', { name: 'Life Library' }).waitFor();

    // Edited by two at once: both changes are kept.
    await page.getByRole('link', { name: 'Details of Ana Reyes' }).click();
    await dialog.getByRole('link', { name: 'Edit' }).click();
    await dialog.getByRole('combobox', { name: 'Title' }).fill('Owner');
    // Away from the field, so that its suggestions close.
    await page.keyboard.press('Tab');
    await stage.api.PATCH('/api/v1/contacts/{contactId}', {
      params: { path: { contactId: ana.id }, header: { 'If-Match': '"1"' } },
      body: { email: 'ana@example.com' },
    });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Somebody else was quicker').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved: Ana Reyes.').waitFor();
    expect(await contactNow(ana.id)).toMatchObject({
      title: 'Owner',
      email: 'ana@example.com',
      version: 3,
    });

    // Two slot numbers swapped in one step.
    await page.getByRole('link', { name: 'Slot numbers' }).click();
    await dialog.getByRole('button', { name: 'Swap Ana Reyes and Ben Cole' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Slot 2').first().waitFor();
    await expect.poll(async () => (await contactNow(ana.id)).slotNumber, { timeout: 30_000 }).toBe(2);

    // Removed and put back; focus is not lost.
    await page.getByRole('link', { name: 'Details of Ana Reyes' }).click();
    await dialog.getByRole('button', { name: 'Remove from the list' }).click();
    await dialog.getByRole('button', { name: 'Remove from the list' }).click();
    await page.getByText('Ana Reyes was removed from the list.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/Ana Reyes is back on the list/u).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

    // The site archived and brought back.
    await page.getByRole('button', { name: 'Archive the site' }).click();
    await page.getByRole('button', { name: 'Archive the site' }).click();
    await page.getByRole('button', { name: 'Bring the site back' }).click();
    await page.getByRole('heading', { name: 'Ana Reyes' }).waitFor();

    // The same person at another site: copied, kept over a reload, created and sent with one press.
    const other = await newSite('Life Annex');
    await page.goto(at(`/sites/${other.id}`));
    await page.getByRole('link', { name: 'Add a contact' }).click();
    await dialog.getByRole('button', { name: 'Copy from another site' }).click();
    await page.keyboard.type('ana reyes');
    await dialog.getByRole('button', { name: 'Ana Reyes, (212) 555-0114 (Life Library)' }).click();
    await expect
      .poll(() => dialog.getByLabel('Full name').inputValue(), { timeout: 30_000 })
      .toBe('Ana Reyes');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.reload();
    await dialog.getByText('What you had typed is back.').waitFor();
    expect(await dialog.getByLabel('Cell phone').inputValue()).toBe('+12125550114');
    await dialog.getByRole('button', { name: /create and send/u }).click();
    await page.getByText('Pending confirmation', { exact: true }).waitFor();
    const [copy] = (
      await done(stage.api.GET('/api/v1/sites/{siteId}/contacts', { params: { path: { siteId: other.id } } }))
    ).items;
    expect(copy).toMatchObject({
      name: 'Ana Reyes',
      title: 'Owner',
      email: 'ana@example.com',
      slotNumber: null,
    });
    await page.getByRole('link', { name: 'Add a contact' }).click();
    expect(await dialog.getByLabel('Full name').inputValue()).toBe('');
  });

  test('welcomed, renamed, answered, opted out, asked about', { timeout: 300_000 }, async (context) => {
    const site = await newSite('Answer Arcade');
    const phone = '+12125550116';
    const contact = await newContact(site.id, 'Luis Ortiz', phone, 1);
    const page = await newPage(context);
    await signIn(page, product);
    const dialog = page.getByRole('dialog');
    await page.goto(at(`/sites/${site.id}/contacts/${contact.id}/welcome`));

    // To the dealer's own phone first; then to the contact.
    await dialog.getByText('Text it to me').click();
    await dialog.getByLabel('Your phone').fill('(212) 555-0117');
    await dialog.getByRole('button', { name: 'Text me' }).click();
    await dialog.getByText('Sent to (212) 555-0117.').waitFor();
    await dialog.getByText('Spoken', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Pending confirmation').first().waitFor();
    expect((await phones.textsTo('+12125550117')).map(({ body }) => body.slice(0, 6))).toEqual(['[TEST]']);

    // Another name on a welcomed contact is a question.
    await page.getByRole('link', { name: 'Details of Luis Ortiz' }).click();
    await dialog.getByRole('link', { name: 'Edit' }).click();
    await dialog.getByLabel('Full name').fill('Luis Ortíz');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByRole('button', { name: 'Same person, spelt better' }).click();
    await page.getByText('Saved: Luis Ortíz.').waitFor();

    // What they write back shows by itself; one press opts them out.
    await phones.reply(phone, undefined, 'Stop them! Who is this?');
    await page.getByText('Reply to read').waitFor();
    await page.getByRole('link', { name: 'Details of Luis Ortíz' }).click();
    await dialog.getByText('Stop them! Who is this?').first().waitFor();
    await dialog.getByRole('button', { name: 'They want no more texts' }).click();
    await dialog.getByText('Recorded by the dealer.').waitFor();
    await dialog.getByRole('button', { name: 'Mark as read' }).waitFor({ state: 'detached' });
    expect((await contactNow(contact.id)).optedOut).toMatchObject({ state: true, by: 'dealer' });

    await dialog.getByRole('link', { name: 'Ask support' }).click();
    await dialog.getByLabel(/What should support know/u).fill('He says it is not him.');
    await dialog.getByRole('button', { name: 'Ask support' }).click();
    await page.getByText(/Support was asked about/u).waitFor();
    await page.getByRole('link', { name: 'Details of Luis Ortíz' }).click();
    await dialog.getByText('He says it is not him.').waitFor();
  });

  test(
    'many at once: a file imported, its numbers validated, everybody sent, the list exported',
    { timeout: 300_000 },
    async (context) => {
      const page = await newPage(context, { acceptDownloads: true });
      await signIn(page, product);
      await page.getByRole('link', { name: 'Bulk', exact: true }).click();
      const [template] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download the template' }).click(),
      ]);
      const header = (await readFile(await template.path(), 'utf8')).split('\n')[0]!;
      const rows = [
        'BB-1,Bulk Bazaar,,,,,Grace Liu,(212) 555-0120,,1,,,',
        'BB-1,,,,,,Hugo Cole,(212) 555-0121,,2,,,',
        'BB-1,,,,,,Nobody,no phone,,,,,',
      ];
      await page.locator('input[type=file]').setInputFiles({
        name: 'people.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`${header}\n${rows.join('\n')}\n`),
      });
      await page.getByRole('heading', { name: 'people.csv' }).waitFor();
      await page.getByRole('button', { name: 'Check the rows' }).click();
      await page.getByText('2 contacts would be added, and 1 new site.').waitFor();
      await page.getByText('no phone').waitFor();
      await page.getByRole('button', { name: 'Import 2' }).click();
      await page.getByText('2 done, 0 with nothing to do, 1 failed.').waitFor();
      await page.getByRole('button', { name: 'Validate all' }).click();
      await page.getByText('2 done, 0 with nothing to do, 0 failed.').waitFor();
      await page.getByRole('link', { name: 'Bulk', exact: true }).first().click();
      await page
        .getByRole('link', { name: 'people.csv' })
        .or(page.getByRole('link', { name: 'Import' }))
        .first()
        .click();
      await page.getByRole('link', { name: 'Send to all…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Written', { exact: true }).click();
      await dialog.getByRole('button', { name: 'Send to 2 contacts' }).click();
      await page.getByText('2 done, 0 with nothing to do, 0 failed.').waitFor();
      const { items } = await done(
        stage.api.GET('/api/v1/sites', { params: { query: { query: 'Bulk Bazaar' } } }),
      );
      await page.goto(at(`/sites/${items[0]!.id}`));
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Everybody' }).click(),
      ]);
      expect(await readFile(await file.path(), 'utf8')).toContain(
        'BB-1,Bulk Bazaar,1,Grace Liu,,+12125550120',
      );
    },
  );

  test(
    'the next step takes two presses from the list at most; the list moves on by itself',
    { timeout: 300_000 },
    async (context) => {
      const site = await newSite('Two Presses');
      await newContact(site.id, 'Kim Nguyen', '(212) 555-0123', 1);
      const page = await newPage(context);
      await signIn(page, product);
      const row = page.getByRole('listitem').filter({ hasText: 'Two Presses' });
      await row.getByRole('button', { name: 'Validate the number of Kim Nguyen' }).click();
      await row.getByText('Send Kim Nguyen the welcome text').waitFor();
      await row.getByRole('link', { name: 'Send welcome text to Kim Nguyen' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Spoken: send' }).click();
      await page.getByText('Welcome text to Kim Nguyen: handed over.').waitFor();
      await row.getByText('Waiting for Kim Nguyen').waitFor();

      // From one kind of step to all at once: only at the sites that were looked at.
      await page.getByRole('link', { name: /^Validate \d/u }).click();
      await page.getByRole('link', { name: 'Do it for all of them at once' }).click();
      await page.getByText('Only at sites whose next step is “Validate”.').waitFor();
      const wouldDo = async (query: { nextAction?: 'validate' }) =>
        (await done(stage.api.GET('/api/v1/bulk-preview', { params: { query } }))).toValidate;
      await page
        .getByText(
          `${await wouldDo({ nextAction: 'validate' })} contacts with a number that is not validated.`,
        )
        .waitFor();
      await page.getByRole('link', { name: 'For all sites' }).click();
      await page.getByText(`${await wouldDo({})} contacts with a number that is not validated.`).waitFor();
      expect(page.url()).toMatch(/\/bulk$/u);
    },
  );

  test(
    'a lost connection says so and mends itself; what changed meanwhile shows',
    { timeout: 300_000 },
    async (context) => {
      const site = await newSite('Lost Lane');
      const contact = await newContact(site.id, 'Omar Haddad', '(212) 555-0124', 1);
      const page = await newPage(context);
      await signIn(page, product);
      await page.goto(at(`/sites/${site.id}`));
      await page.getByRole('heading', { name: 'Omar Haddad' }).waitFor();
      await page.context().setOffline(true);
      await page.getByText(/Connection lost/u).waitFor();
      await stage.api.PATCH('/api/v1/contacts/{contactId}', {
        params: { path: { contactId: contact.id }, header: { 'If-Match': '"1"' } },
        body: { title: 'Night guard' },
      });
      await page.context().setOffline(false);
      await page.getByText('Night guard').waitFor({ timeout: 60_000 });
      await page.getByText(/Connection lost/u).waitFor({ state: 'detached', timeout: 60_000 });
    },
  );

  test(
    'nothing typed is lost: a closed tab, somebody quicker, a session that ended, a lost connection',
    { timeout: 300_000 },
    async (context) => {
      const site = await newSite('Draft Depot');
      const contact = await newContact(site.id, 'Noor Aziz', '(212) 555-0125', 1);
      const closed = await newPage(context);
      await signIn(closed, product);
      const edit = at(`/sites/${site.id}/contacts/${contact.id}/edit`);
      await closed.goto(edit);
      await closed.getByRole('dialog').getByRole('combobox', { name: 'Title' }).fill('Night manager');
      await closed.keyboard.press('Tab');
      const page = await closed.context().newPage();
      await closed.close();
      const dialog = page.getByRole('dialog');
      const title = dialog.getByRole('combobox', { name: 'Title' });

      await stage.api.PATCH('/api/v1/contacts/{contactId}', {
        params: { path: { contactId: contact.id }, header: { 'If-Match': '"1"' } },
        body: { title: 'Owner', email: 'noor@example.com' },
      });
      await page.goto(edit);
      await dialog.getByText('What you had typed is back.').waitFor();
      expect(await title.inputValue()).toBe('Night manager');
      expect(await dialog.getByLabel(/^Email/u).inputValue()).toBe('noor@example.com');
      await dialog.getByRole('button', { name: /Owner/u }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);

      await page.context().clearCookies();
      await dialog.getByRole('button', { name: 'Save' }).click();
      // The window has an e-mail of its own until it is gone.
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.getByLabel('Email').fill(product.email);
      await page.getByLabel('Password', { exact: true }).fill(product.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await dialog.getByText('What you had typed is back.').waitFor();
      expect(await title.inputValue()).toBe('Night manager');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved: Noor Aziz.').waitFor();
      expect(await contactNow(contact.id)).toMatchObject({
        title: 'Night manager',
        email: 'noor@example.com',
      });

      await page.goto(at(`/sites/${site.id}/edit`));
      await dialog.getByLabel(/^Address/u).fill('12 Harbour Rd');
      await page.context().setOffline(true);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText(/The server can’t be reached/u).waitFor();
      await page.context().setOffline(false);
      await page.reload();
      expect(await dialog.getByLabel(/^Address/u).inputValue()).toBe('12 Harbour Rd');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByText('12 Harbour Rd').waitFor();

      // A window that no address says opens by itself; what is thrown away is gone.
      await page.goto(at('/settings/webhooks'));
      await page.getByRole('button', { name: 'Add a webhook' }).first().click();
      await dialog.getByLabel('Address').fill('https://hooks.example.com');
      await page.reload();
      await dialog.getByText('What you had typed is back.').waitFor();
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Discard' }).click();
      await dialog.waitFor({ state: 'detached' });
      // Nothing had opened the window: the heading of the page takes focus, a frame or two later.
      await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
      expect(
        await page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.includes('draft'))),
      ).toEqual([]);
    },
  );

  /** Bytes of everything that is loaded, as it is transferred, until `shown`; by a browser that has kept nothing. */
  const transferred = async (
    page: Page,
    path: string,
    shown: (page: Page) => Promise<unknown>,
  ): Promise<number> => {
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      const size = request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize);
      sizes.push(size);
    });
    await page.goto(at(path));
    await shown(page);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };

  test(
    'the first page is light: everything it loads, as it is transferred',
    { timeout: 300_000 },
    async (context) => {
      const visitor = await newPage(context);
      const signInBytes = await transferred(visitor, '/', (page) => page.getByLabel('Email').waitFor());
      await signIn(visitor, product);
      const storageState = await visitor.context().storageState();
      const homeBytes = await transferred(await newPage(context, { storageState }), '/home', (page) =>
        page.getByRole('link', { name: 'Scenic Storage' }).waitFor(),
      );
      const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
      console.log(`Transferred: sign-in ${kb(signInBytes)}, Home ${kb(homeBytes)}.`);
      for (const bytes of [signInBytes, homeBytes]) {
        expect(bytes).toBeGreaterThan(10_000);
        expect(bytes).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
      }
    },
  );
});
