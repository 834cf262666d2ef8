/**
 * What Lighthouse says of the welcome pages on a phone (its simulated slow 4G), printed: `node infra/lighthouse.ts`. It is
 * fetched for the run and no dependency; figures below 99 for performance may be the machine's.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
// By path, not by package name: the name leads to compiled files, which a fresh clone has not.
import { SandboxControl } from '../packages/twilio-sandbox/src/control-client.ts';
import { launchBrowser } from './browser.ts';
import { startProduct, type RunningProduct } from './tour/running-product.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const PAGES = ['riverside/en/', 'riverside/ar/', 'riverside/fr/privacy/'];
const PHONE = '+12125550100';

/** The token of a link that was really texted: with it the page looks as people see it. */
const textedToken = async (product: RunningProduct): Promise<string> => {
  const { origin } = new URL(product.portalUrl);
  const ask = async <T>(method: string, address: string, body?: object): Promise<T> => {
    const response = await fetch(`${origin}/api/v1${address}`, {
      method,
      headers: { authorization: `Bearer ${product.apiKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const sites = await ask<{ items: { id: string }[] }>('GET', '/sites?query=Ortiz');
  const contact = await ask<{ id: string }>('POST', `/sites/${sites.items[0]?.id}/contacts`, {
    name: 'Ana Pérez',
    phone: PHONE,
  });
  await ask('POST', `/contacts/${contact.id}/welcome`, { permission: 'spoken' });
  const phones = new SandboxControl(product.phonesUrl.replace(/\/$/u, ''));
  for (;;) {
    const [text] = await phones.textsTo(PHONE);
    const token = /#([\w-]{22})/u.exec(text?.body ?? '')?.[1];
    if (token !== undefined) return token;
    await delay(200);
  }
};

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly displayValue?: string }>>;
}

const browser = await launchBrowser();
if (browser === null) throw new Error('Lighthouse needs Chromium: install one, or set CHROMIUM_PATH.');
await browser.close();
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-lighthouse-'));
const product = await startProduct();
try {
  const { origin } = new URL(product.portalUrl);
  const token = await textedToken(product);
  for (const page of PAGES) {
    const file = path.join(folder, 'report.json');
    const report = ['--quiet', '--output=json', `--output-path=${file}`];
    const only = '--only-categories=performance,accessibility,best-practices';
    const flags = '--chrome-flags=--headless=new --no-sandbox --disable-background-networking';
    execFileSync('npx', ['-y', LIGHTHOUSE, `${origin}/${page}#${token}`, ...report, only, flags], {
      env: { ...process.env, CHROME_PATH: chromium },
      stdio: 'ignore',
    });
    const { categories, audits } = JSON.parse(await readFile(file, 'utf8')) as Report;
    const scores = Object.entries(categories).map(
      ([name, { score }]) => `${name} ${Math.round((score ?? 0) * 100)}`,
    );
    const shown = (audit: string): string => audits[audit]?.displayValue ?? '?';
    console.log(
      `${page}: ${scores.join(', ')}; LCP ${shown('largest-contentful-paint')}, CLS ${shown('cumulative-layout-shift')}, TBT ${shown('total-blocking-time')}`,
    );
  }
} finally {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
}
