import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { brandColours } from '@keyholder/domain/branding/colours';
import { LOCALES } from '@keyholder/domain/branding/locale';
import { PREVIEW_STATES, type PreviewState } from '@keyholder/domain/branding/preview-states';
import { renderPages, renderPreview } from '@keyholder/welcome';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { launchBrowser } from '../../../infra/browser.ts';
import { inEnglish, riverside } from './fixture.ts';
import { startPagesHost, type PagesHost } from './pages-host.ts';

const TOKEN = 'Ab3kP9xQ2mT7aB4cD5eF6g';
const catalogue = JSON.parse(readFileSync(join(import.meta.dirname, '../media/catalogue.json'), 'utf8')) as {
  introductions: { en: { durationSeconds: number } };
};

const browser = await launchBrowser();
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).toReversed()) await undo();
});
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly host: PagesHost;
  /** Console errors and page errors; failed responses are the tests' own doing and not counted. */
  readonly errors: string[];
  readonly calls: (path: string) => PagesHost['calls'];
}

interface Visit {
  readonly brand?: BrandPage;
  readonly path?: string;
  readonly contact?: Partial<PagesHost['contact']>;
  readonly answers?: PagesHost['answers'];
  readonly context?: BrowserContextOptions;
  readonly preview?: boolean;
}

const visit = async ({
  brand = riverside(),
  path = `/riverside/#${TOKEN}`,
  contact,
  answers,
  context,
  preview,
}: Visit = {}): Promise<Opened> => {
  const draft = async () =>
    renderPreview(brand, { language: 'en', page: 'welcome', base: '/riverside', scheme: null });
  const host = await startPagesHost(
    preview === true ? [{ path: '/riverside/index.html', html: await draft() }] : await renderPages(brand),
  );
  cleanUp.push(host.stop);
  Object.assign(host.contact, contact);
  if (answers !== undefined) host.answers = answers;
  const opened = await browser!.newContext({ viewport: { width: 390, height: 844 }, ...context });
  cleanUp.push(() => opened.close());
  const page = await opened.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  await page.goto(host.origin + path);
  return { page, host, errors, calls: (wanted) => host.calls.filter((call) => call.path === wanted) };
};

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const confirmButton = (page: Page) => page.locator('#confirm');
const enabled = (page: Page) => page.locator('#confirm:not([aria-disabled="true"])').waitFor();

describe.skipIf(browser === null)('the welcome page in a browser', () => {
  it('greets, says which site, and confirms only when asked to', async () => {
    const { page, host, errors, calls } = await visit();
    await enabled(page);
    expect(await page.locator('.greeting').textContent()).toBe('Hello Dana');
    expect(await page.locator('.site').textContent()).toContain('Ortiz Market');
    await vi.waitFor(() => expect(calls('/opened')).toHaveLength(1));
    expect(calls('/opened')[0]!.body).toEqual({ pageVersion: 3, language: 'en' });
    expect(host.calls.filter(({ method, path }) => method === 'POST' && path !== '/opened')).toEqual([]);
    await confirmButton(page).click();
    await heading(page, 'You’re all set, Dana');
    expect(calls('/confirm')[0]!.body).toEqual({ pageVersion: 3, language: 'en' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(
      host.calls.every(
        ({ authorization, path }) => authorization === `Bearer ${TOKEN}` && !path.includes(TOKEN),
      ),
    ).toBe(true);
    expect(errors).toEqual([]);
  });

  it('confirms once however often the button is pressed', async () => {
    const { page, calls } = await visit();
    await enabled(page);
    await page.evaluate(() => {
      const button = document.querySelector<HTMLElement>('#confirm')!;
      for (let i = 0; i < 5; i += 1) button.click();
    });
    await heading(page, /all set/u);
    expect(calls('/confirm')).toHaveLength(1);
  });

  it('works by keyboard alone', async () => {
    const { page } = await visit({ brand: inEnglish() });
    await enabled(page);
    await confirmButton(page).focus();
    await page.keyboard.press('Enter');
    await heading(page, /all set/u);
  });

  it('takes the token from ?t= too, and hides it from the address', async () => {
    const { page, calls } = await visit({ path: `/riverside/en/?t=${TOKEN}` });
    await enabled(page);
    expect(page.url()).toMatch(new RegExp(`/riverside/en/#${TOKEN}$`, 'u'));
    expect(calls('')[0]!.authorization).toBe(`Bearer ${TOKEN}`);
  });

  it('starts in the contact’s language, keeps the token when it is switched, and does not switch back', async () => {
    const { page, calls } = await visit({ contact: { language: 'es' } });
    await page.waitForURL(`**/riverside/es/#${TOKEN}`);
    await enabled(page);
    await vi.waitFor(() =>
      expect(calls('/opened').map(({ body }) => body)).toEqual([{ pageVersion: 3, language: 'es' }]),
    );
    await page.getByRole('link', { name: 'Français' }).click();
    await page.waitForURL(`**/riverside/fr/#${TOKEN}`);
    await enabled(page);
    expect(await page.locator('.greeting').textContent()).toBe('Bonjour Dana');
  });

  it('says when it was confirmed, and takes the contact off the site after asking', async () => {
    const { page, calls } = await visit({
      contact: { state: 'confirmed', confirmedAt: '2026-11-20T12:00:00Z' },
    });
    await heading(page, 'Already confirmed');
    await page.getByText('You confirmed on November 20, 2026').waitFor();
    await page.getByRole('button', { name: 'Take me off this site' }).click();
    await heading(page, 'What should we know?');
    await page.getByRole('button', { name: 'I do not want these texts' }).click();
    await page.getByText('You will get no alarm texts about Ortiz Market.').waitFor();
    expect(calls('/decline').map(({ body }) => body)).toEqual([{ reason: 'not_wanted' }]);
  });

  it('asks why before it refuses, and lets the reader go back', async () => {
    const { page, calls } = await visit();
    await enabled(page);
    await page.getByRole('button', { name: 'Not for me' }).click();
    await heading(page, 'What should we know?');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Not for me' }).click();
    expect(calls('/decline')).toEqual([]);
    await page.getByRole('button', { name: 'This is not me' }).click();
    await page.getByText('We will not text this number again about Ortiz Market.').waitFor();
    await page.getByText('You can take it back at any time').locator('visible=true').waitFor();
    expect(calls('/decline').map(({ body }) => body)).toEqual([{ reason: 'wrong_person' }]);
  });

  it.each([
    [
      'declined as wrong person',
      { state: 'declined', declineReason: 'wrong_person' },
      'Thank you for telling us',
    ],
    ['opted out', { state: 'opted_out' }, 'Texts are stopped'],
  ])('shows the state: %s', async (_, contact, title) => {
    const { page } = await visit({ contact });
    await heading(page, title);
    expect(await confirmButton(page).isVisible()).toBe(false);
  });

  describe('takes a "Not for me" back', () => {
    const declined = { state: 'declined', declineReason: 'wrong_person' };
    const undo = (page: Page) => page.getByRole('button', { name: 'That was a mistake – take it back' });

    it('once however often it is pressed, leads to Confirm, and confirms nothing by itself', async () => {
      const { page, host, calls } = await visit({ contact: declined });
      await undo(page).waitFor();
      await page.evaluate(() => {
        const button = document.querySelector<HTMLElement>('#undo')!;
        for (let i = 0; i < 5; i += 1) button.click();
      });
      await enabled(page);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Get a text when the alarm goes off',
      );
      expect(calls('/undo-decline').map(({ method }) => method)).toEqual(['POST']);
      expect(host.contact.state).toBe('ready');
      expect(calls('/confirm')).toEqual([]);
      await confirmButton(page).click();
      await heading(page, /all set/u);
    });

    it('right after it was said, and can be said again', async () => {
      const { page, calls } = await visit();
      await enabled(page);
      for (const reason of ['I do not want these texts', 'This is not me']) {
        await page.getByRole('button', { name: 'Not for me' }).click();
        await page.getByRole('button', { name: reason }).click();
        await undo(page).click();
        await enabled(page);
      }
      expect(calls('/undo-decline')).toHaveLength(2);
    });

    it('when the phone is connected again', async () => {
      const { page, calls } = await visit({ contact: declined });
      await undo(page).waitFor();
      await page.context().setOffline(true);
      await undo(page).click();
      await page.getByRole('status').getByText('You are offline.').waitFor();
      expect(await undo(page).getAttribute('aria-disabled')).toBe('true');
      await page.context().setOffline(false);
      await enabled(page);
      expect(calls('/undo-decline')).toHaveLength(1);
    });

    it('after errors, and shows the truth when the contact has opted out meanwhile', async () => {
      let failures = 2;
      const { page, host, calls } = await visit({
        contact: declined,
        answers: ({ path }) => {
          if (path !== '/undo-decline') return undefined;
          if (failures === 0) return { status: 200, body: { ...host.contact, state: 'opted_out' } };
          failures -= 1;
          return failures === 0 ? null : { status: 503 };
        },
      });
      await undo(page).click();
      await heading(page, 'Texts are stopped');
      expect(calls('/undo-decline')).toHaveLength(3);
    });
  });

  describe('texts a new link when the old one has expired', () => {
    const expired = (newLink: PagesHost['answers'] = () => undefined): Visit => ({
      answers: (call) => (call.path === '/new-link' ? newLink(call) : { status: 410 }),
    });
    const ask = (page: Page) => page.getByRole('button', { name: 'Text me a new link' });
    const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

    it('once however often it is pressed, and says so', async () => {
      const { page, calls } = await visit(expired());
      await ask(page).waitFor();
      await page.evaluate(() => {
        const button = document.querySelector<HTMLElement>('#new-link')!;
        for (let i = 0; i < 5; i += 1) button.click();
      });
      await heading(page, 'A new link is on its way to your phone');
      expect(await focused(page)).toBe('A new link is on its way to your phone');
      expect(calls('/new-link').map(({ method, authorization }) => [method, authorization])).toEqual([
        ['POST', `Bearer ${TOKEN}`],
      ]);
      expect(await ask(page).isVisible()).toBe(false);
    });

    it('says when to ask again, at once, and lets the reader ask then', async () => {
      let asked = 0;
      const { page, calls } = await visit(
        expired(() => {
          asked += 1;
          const seconds = ['42', '172800', undefined][asked - 1];
          if (asked > 3) return undefined;
          return { status: 429, headers: seconds === undefined ? {} : { 'retry-after': seconds } };
        }),
      );
      for (const when of ['in 1 minute', 'in 2 days', 'in 1 minute']) {
        await ask(page).click();
        await heading(page, `You can ask for a new link ${when}`);
        expect(await focused(page)).toBe(`You can ask for a new link ${when}`);
      }
      expect(calls('/new-link')).toHaveLength(3);
      await ask(page).click();
      await heading(page, 'A new link is on its way to your phone');
    });

    it('when the phone is connected again', async () => {
      const { page, calls } = await visit(expired());
      await ask(page).waitFor();
      await page.context().setOffline(true);
      await ask(page).click();
      await page.getByRole('status').getByText('You are offline.').waitFor();
      expect(calls('/new-link')).toEqual([]);
      await page.context().setOffline(false);
      await heading(page, 'A new link is on its way to your phone');
      expect(calls('/new-link')).toHaveLength(1);
    });

    it('and knows a text that a try with a lost answer has brought on its way', async () => {
      let tries = 0;
      const { page } = await visit(
        expired(() => ((tries += 1) === 1 ? null : { status: 409, body: { code: 'in-flight' } })),
      );
      await ask(page).click();
      await heading(page, 'A new link is on its way to your phone');
      expect(tries).toBe(2);
    });

    it.each([
      [409, { code: 'declined' }],
      [409, { code: 'already-confirmed' }],
      [404, {}],
    ])('or sends the reader to the company (%i %j)', async (status, body) => {
      const title = 'This link does not work';
      const { page, calls } = await visit(expired(() => ({ status, body })));
      await ask(page).click();
      await heading(page, title);
      expect(await focused(page)).toBe(title);
      expect(await page.locator('.call:visible').getAttribute('href')).toBe('tel:+13025550199');
      expect(calls('/new-link')).toHaveLength(1);
    });

    it('in the reader’s language', async () => {
      const given = expired(() => ({ status: 429, headers: { 'retry-after': '7000' } }));
      for (const [language, words] of [
        ['es', 'Podrá pedir un enlace nuevo dentro de 2 horas'],
        ['fr', 'Vous pourrez demander un nouveau lien dans 2 heures'],
        ['ar', 'يمكنك طلب رابط جديد خلال ساعتين'],
      ] as const) {
        const { page } = await visit({ ...given, path: `/riverside/${language}/#${TOKEN}` });
        await page.locator('#new-link').click();
        await heading(page, words);
      }
    });
  });

  it.each([
    [404, 'This link does not work'],
    [401, 'This link does not work'],
    [410, 'This link has expired'],
  ])('answers %i of the API with one neutral page and the company’s phone', async (status, title) => {
    const { page, host, errors } = await visit({ answers: () => ({ status, body: {} }) });
    await heading(page, title);
    expect(await page.locator('.call:visible').getAttribute('href')).toBe('tel:+13025550199');
    expect(host.calls).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it.each(['', '#short', `#${TOKEN}x`])('asks nobody anything without a token (%j)', async (hash) => {
    const { page, host } = await visit({ path: `/riverside/${hash}` });
    await heading(page, 'Open the link in your text');
    expect(host.calls).toEqual([]);
  });

  it('shows the truth when the confirmation comes too late', async () => {
    const { page, host } = await visit();
    await enabled(page);
    host.answers = ({ path }) => {
      if (path !== '/confirm') return undefined;
      host.contact.state = 'opted_out';
      return { status: 409, body: { type: 'https://keyholder.example/problems/opted-out' } };
    };
    await confirmButton(page).click();
    await heading(page, 'Texts are stopped');
  });

  it('tries again on 503, honours Retry-After and dropped connections, for both calls', async () => {
    let failures = 2;
    const flaky: PagesHost['answers'] = ({ path }) => {
      if (path === '/opened' || failures === 0) return undefined;
      failures -= 1;
      return failures === 0 ? null : { status: 503, headers: { 'retry-after': '1' } };
    };
    const { page, calls } = await visit({ answers: flaky });
    await page.getByText('The connection is slow. Still trying…').waitFor();
    await enabled(page);
    expect(calls('')).toHaveLength(3);
    failures = 2;
    await confirmButton(page).click();
    await heading(page, /all set/u);
    expect(calls('/confirm')).toHaveLength(3);
  });

  it('gives up after seven tries and offers Try again', async () => {
    const { page, host } = await visit({ path: '/riverside/', answers: () => ({ status: 503 }) });
    await page.clock.install();
    await page.goto(`${host.origin}/riverside/en/#${TOKEN}`);
    const again = page.getByRole('button', { name: 'Try again' });
    // The pauses pass on the page's clock only.
    while (!(await again.isVisible())) await page.clock.runFor(1000);
    expect(host.calls).toHaveLength(7);
    await page.getByText('That did not work. Please try again.').waitFor();
    host.answers = () => undefined;
    await again.click();
    await enabled(page);
    expect(await confirmButton(page).textContent()).toBe('Confirm');
  });

  it('says that the phone is offline, and goes on by itself when it is back', async () => {
    const { page, host, calls } = await visit({ path: '/riverside/' });
    // On the page's clock, which stands still, no pause ever ends: only the connection can wake the script.
    await page.clock.install();
    await page.goto(`${host.origin}/riverside/en/#${TOKEN}`);
    await enabled(page);
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await page.context().setOffline(true);
    await confirmButton(page).click();
    await page.getByText('You are offline.').waitFor();
    expect(await confirmButton(page).textContent()).toBe('Confirming…');
    await page.context().setOffline(false);
    await heading(page, /all set/u);
    expect(calls('/confirm')).toHaveLength(1);
  });

  it('gives the phone number where scripts do not run', async () => {
    const { page, host } = await visit({ context: { javaScriptEnabled: false } });
    const words = page.locator('noscript p');
    await words.waitFor();
    expect(await words.textContent()).toBe(
      'To confirm or refuse, please call Riverside Alarm: (302) 555-0199.',
    );
    expect(await confirmButton(page).isVisible()).toBe(false);
    expect(await words.getByRole('link').getAttribute('href')).toBe('tel:+13025550199');
    expect(host.calls).toEqual([]);
  });

  it('plays the video, posts what was watched, and opens Confirm at its end where the brand asks for it', async () => {
    const { page, errors, calls } = await visit({ brand: riverside({ videoRequired: true }) });
    await vi.waitFor(() => expect(calls('/opened')).toHaveLength(1));
    await page.locator('#confirm[aria-disabled="true"]:text("Confirm")').waitFor();
    await page.getByRole('status').filter({ hasText: /^$/u }).waitFor({ state: 'attached' });
    await confirmButton(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('watch the video to the end first').waitFor();
    expect(calls('/confirm')).toEqual([]);
    const video = page.locator('video');
    const duration = await video.evaluate(async (player: HTMLVideoElement) => {
      player.muted = true;
      player.playbackRate = 16;
      await player.play();
      return player.duration;
    });
    expect(Math.abs(duration - catalogue.introductions.en.durationSeconds)).toBeLessThan(1);
    await enabled(page);
    expect(
      await video.evaluate((player: HTMLVideoElement) => player.textTracks[0]!.cues!.length),
    ).toBeGreaterThan(4);
    await confirmButton(page).click();
    await heading(page, /all set/u);
    const percents = calls('/progress').map(({ body }) => (body as { percent: number }).percent);
    expect(percents.at(-1)).toBe(100);
    expect(percents).toEqual([...new Set(percents)].toSorted((a, b) => a - b));
    expect(percents.every((percent) => [25, 50, 75, 100].includes(percent))).toBe(true);
    expect(errors).toEqual([]);
  });

  it('does not take skipping for watching', async () => {
    const { page, calls } = await visit({ brand: riverside({ videoRequired: true }) });
    await vi.waitFor(() => expect(calls('/opened')).toHaveLength(1));
    await page.locator('video').evaluate(async (player: HTMLVideoElement) => {
      player.muted = true;
      await player.play();
      player.currentTime = player.duration - 0.5;
      await new Promise((resolve) => player.addEventListener('ended', resolve, { once: true }));
    });
    expect(await confirmButton(page).getAttribute('aria-disabled')).toBe('true');
    expect(calls('/progress')).toEqual([]);
  });

  it('lets a contact who has watched it before confirm at once', async () => {
    const { page } = await visit({
      brand: riverside({ videoRequired: true }),
      contact: { watchedPercent: 100 },
    });
    await enabled(page);
  });

  it.each(['Ortiz Market', 'First Baptist Church of Springfield, North Campus'])(
    'shifts nothing when the names arrive (%s)',
    async (siteLabel) => {
      const { page } = await visit({ path: '/riverside/', contact: { siteLabel } });
      await page.addInitScript(() => {
        const shifts: number[] = ((globalThis as unknown as { shifts: number[] }).shifts = []);
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(page.url().replace('/riverside/', `/riverside/en/#${TOKEN}`));
      await enabled(page);
      await page.locator('.logo').evaluate((logo: HTMLImageElement) => logo.decode());
      await page.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      expect(await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)).toEqual([]);
    },
  );

  it('needs no sideways scrolling on a narrow phone, nor at 200 % zoom', async () => {
    for (const language of LOCALES) {
      const { page } = await visit({
        path: `/riverside/${language}/#${TOKEN}`,
        contact: { siteLabel: 'Donaudampfschifffahrtsgesellschaftskapitänsbüro' },
        context: { viewport: { width: 195, height: 422 } },
      });
      await enabled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(
        195,
      );
    }
  });

  it('blocks what an attacker could slip in', async () => {
    const { page, host } = await visit();
    await enabled(page);
    const blocked = await page.evaluate(async () => {
      const names: string[] = [];
      const attempt = async (name: string, action: () => unknown) => {
        try {
          await action();
        } catch {
          names.push(name);
        }
      };
      await attempt('markup', () => (document.body.innerHTML = '<img src=x onerror=alert(1)>'));
      await attempt('elsewhere', () => fetch('https://elsewhere.invalid/'));
      const script = document.createElement('script');
      await attempt('script', () => (script.textContent = 'globalThis.hacked = true'));
      return names;
    });
    expect(blocked).toEqual(['markup', 'elsewhere', 'script']);
    expect(host.calls.length).toBeGreaterThan(0);
  });

  it('shows a draft with sample names and calls nobody', async () => {
    const { page, host } = await visit({ preview: true, path: '/riverside/' });
    await page.getByText('Preview. Nothing is sent or saved.').waitFor();
    await enabled(page);
    await confirmButton(page).click();
    await heading(page, 'You’re all set, Dana');
    await page.getByRole('button', { name: 'Take me off this site' }).click();
    await page.getByRole('button', { name: 'This is not me' }).click();
    await heading(page, 'Thank you for telling us');
    await page.getByRole('button', { name: 'take it back' }).click();
    await heading(page, 'Get a text when the alarm goes off');
    expect(host.calls).toEqual([]);
  });

  it('shows a draft in every state', async () => {
    const { page, host, errors } = await visit({ preview: true, path: '/riverside/' });
    const SHOWN: Record<PreviewState, string | RegExp> = {
      ready: 'Get a text when the alarm goes off',
      confirmed: 'You’re all set, Dana',
      already: 'Already confirmed',
      wrong_person: 'Thank you for telling us',
      not_wanted: 'Thank you for telling us',
      opted_out: 'Texts are stopped',
      expired: 'This link has expired',
      too_often: 'You can ask for a new link in 2 minutes',
      unknown: 'This link does not work',
      no_token: 'Open the link in your text',
      slow: 'Get a text when the alarm goes off',
      offline: 'Get a text when the alarm goes off',
    };
    for (const state of PREVIEW_STATES) {
      await page.goto(`${host.origin}/riverside/?state=${state}`);
      await heading(page, SHOWN[state]);
      if (state === 'offline') await page.getByText('You are offline.').waitFor();
      if (state === 'slow') await page.getByText('The connection is slow.').waitFor();
    }
    expect(host.calls).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('offers the contact card once it is confirmed, not before', async () => {
    const { page } = await visit();
    const card = page.getByRole('link', { name: 'Save this number' });
    await enabled(page);
    expect(await card.isVisible()).toBe(false);
    await confirmButton(page).click();
    await card.waitFor();
    expect(await card.getAttribute('href')).toBe('/riverside/contact.vcf');
  });

  it('prints what matters: words and telephone, no buttons', async () => {
    const { page } = await visit();
    await enabled(page);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('heading', { level: 1, name: 'Get a text' }).waitFor();
    await page.locator('footer').getByText('(302) 555-0199').waitFor();
    for (const hidden of ['#confirm', 'video', 'nav'])
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
  });

  describe.each(['light', 'dark'] as const)('has no finding of axe in the %s scheme', (colorScheme) => {
    const check = async (page: Page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
    };

    it.each(LOCALES)('ready, in %s', async (language) => {
      const { page } = await visit({ path: `/riverside/${language}/#${TOKEN}`, context: { colorScheme } });
      await enabled(page);
      await check(page);
    });

    it.each<[string, Visit, (page: Page) => Promise<unknown>]>([
      [
        'a pale brand that needs the video',
        { brand: inEnglish({ videoRequired: true, colours: brandColours('#ffe9a8'), logoDark: null }) },
        (page) => page.locator('[data-fill="siteLabel"]:text("Ortiz")').first().waitFor(),
      ],
      [
        'a dark brand with square corners',
        { brand: inEnglish({ scheme: 'dark', corners: 'square', colours: brandColours('#c6f432') }) },
        (page) => enabled(page),
      ],
      [
        'confirmed',
        { contact: { state: 'confirmed', confirmedAt: '2026-11-20T12:00:00Z' } },
        (page) => heading(page, /confirmed/u),
      ],
      [
        'asked why',
        {},
        async (page) => {
          await enabled(page);
          await page.getByRole('button', { name: 'Not for me' }).click();
        },
      ],
      ['expired', { answers: () => ({ status: 410 }) }, (page) => heading(page, /expired/u)],
      [
        'expired, asked too often',
        {
          answers: ({ path }) => ({
            status: path === '/new-link' ? 429 : 410,
            headers: { 'retry-after': '42' },
          }),
        },
        async (page) => {
          await page.locator('#new-link').click();
          await heading(page, /in 1 minute/u);
        },
      ],
      [
        'expired, new link sent',
        { answers: ({ path }) => (path === '/new-link' ? undefined : { status: 410 }) },
        async (page) => {
          await page.locator('#new-link').click();
          await heading(page, /on its way/u);
        },
      ],
      [
        'declined',
        { contact: { state: 'declined', declineReason: 'not_wanted' } },
        (page) => heading(page, 'Thank you for telling us'),
      ],
      ['draft', { preview: true }, (page) => enabled(page)],
      ...LOCALES.map((language): [string, Visit, (page: Page) => Promise<unknown>] => [
        `about the texts, in ${language}`,
        { path: `/riverside/${language}/privacy/` },
        (page) => page.locator('#terms').waitFor(),
      ]),
    ])('%s', async (_, given, until) => {
      const { page } = await visit({ ...given, context: { colorScheme } });
      await until(page);
      await check(page);
    });
  });
});
