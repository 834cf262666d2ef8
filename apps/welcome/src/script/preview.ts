import type { PreviewState } from '@keyholder/domain/branding/preview-states';
import type { ContactState } from './api.ts';

/*
 * Plays the API on the page of a draft: what it answers follows from `?state=`. The page's own script does not know,
 * and nothing leaves the browser.
 */

const state = (new URLSearchParams(location.search).get('state') ?? 'ready') as PreviewState;
const sample = document.querySelector<HTMLElement>('.preview')?.dataset;
const TOKEN = 'preview'.padEnd(22, '0');

const contact = {
  state: 'ready' as ContactState['state'],
  firstName: sample?.['firstName'] ?? '',
  siteLabel: sample?.['siteLabel'] ?? '',
  language: document.documentElement.lang,
  watchedPercent: state === 'confirmed' ? 100 : 0,
  confirmedAt: null as string | null,
  declineReason: null as ContactState['declineReason'],
};
const confirmed = () => Object.assign(contact, { state: 'confirmed', confirmedAt: new Date().toISOString() });
const declined = (declineReason: string) => Object.assign(contact, { state: 'declined', declineReason });

if (state === 'already') confirmed();
if (state === 'wrong_person' || state === 'not_wanted') declined(state);
if (state === 'opted_out') contact.state = 'opted_out';

const answer = (status: number, body?: object, headers: HeadersInit = {}): Response =>
  new Response(body ? JSON.stringify(body) : null, { status, headers });

const LOST: Partial<Record<PreviewState, number>> = { expired: 410, too_often: 410, unknown: 404 };

const answerTo = (path: string, body: string): Response => {
  if (path === '/confirm') return answer(200, confirmed());
  if (path === '/decline') return answer(200, declined((JSON.parse(body) as { reason: string }).reason));
  if (path === '/undo-decline')
    return answer(200, Object.assign(contact, { state: 'ready', declineReason: null }));
  if (path === '/new-link') return answer(state === 'too_often' ? 429 : 202, {}, { 'retry-after': '120' });
  if (path === '') return answer(LOST[state] ?? 200, contact);
  return answer(204);
};

globalThis.fetch = async (input, init) => {
  if (state === 'offline') throw new TypeError('offline');
  if (state === 'slow') return new Promise(() => {});
  const path = (input as string).slice('/api/welcome'.length);
  return answerTo(path, (init?.body as string | undefined) ?? '');
};
if (state === 'offline') Object.defineProperty(navigator, 'onLine', { get: () => false });
if (state !== 'no_token') history.replaceState(null, '', `${location.search}#${TOKEN}`);

/** States that a reader reaches by pressing a button: it is pressed as soon as it can be. */
const PRESSED: Partial<Record<PreviewState, string>> = {
  confirmed: '#confirm:not([aria-disabled="true"])',
  too_often: '#new-link:not([hidden])',
};
const wanted = PRESSED[state];
if (wanted) {
  const press = () => {
    const button = document.querySelector<HTMLElement>(wanted);
    if (!button) return;
    observer.disconnect();
    button.click();
  };
  const observer = new MutationObserver(press);
  observer.observe(document.body, { attributes: true, subtree: true });
}
// The language is kept with the state when it is switched.
for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) link.search = location.search;
