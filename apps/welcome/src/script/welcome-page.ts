import { call, type Answer, type ContactState } from './api.ts';
import { language, settings } from './settings.ts';
import { token } from './token.ts';
import { fromNow } from './from-now.ts';
import { element, fill, say, show, video, type View } from './view.ts';
import { watch } from './watching.ts';

const { t } = settings;
const confirmButton = element('confirm');
const refuseButton = element('refuse');
const undoButton = element('undo');
const newLinkButton = element('new-link');
let watching: ReturnType<typeof watch> | undefined;
let mustWatch = settings.need;
const isVideoFirst = () => mustWatch;
const videoFirst = () => element('video-first').textContent.trim();
let busy = true;
/** Where Back leads to. */
let current: View = 'ready';
/** What the big button does next: confirm, or repeat what failed. */
let press: () => unknown = confirm;

/** `aria-disabled` keeps the focus on the button, which `disabled` would lose. */
const offer = (label: string, action: () => unknown) => {
  busy = false;
  press = action;
  confirmButton.textContent = label;
  confirmButton.setAttribute('aria-disabled', String(action === confirm && mustWatch));
  refuseButton.removeAttribute('aria-disabled');
};

const work = (label: string, words: string) => {
  busy = true;
  confirmButton.textContent = label;
  confirmButton.setAttribute('aria-disabled', 'true');
  refuseButton.setAttribute('aria-disabled', 'true');
  say(words);
};

const viewOf = ({ state, declineReason }: ContactState): View =>
  state === 'confirmed' ? 'already' : state === 'declined' ? (declineReason ?? 'not_wanted') : state;

/**
 * Shows what an answer says.
 * @param justNow a button was pressed: `confirmed` instead of "already", and the reader is taken along.
 */
const showAnswer = ({ status, body }: Answer, justNow: boolean) => {
  busy = false;
  if (status === 200) {
    const contact = body as ContactState;
    const view = viewOf(contact);
    fill(contact);
    mustWatch = settings.need && contact.watchedPercent < 100;
    current = view === 'already' && justNow ? 'confirmed' : view;
    show(current, justNow || view !== 'ready');
    if (view === 'ready') offer(t.confirm, confirm);
    return;
  }
  show(status === 410 ? 'expired' : 'unknown');
};

/** Another language than the reader's was only a guess, as long as it is the brand's first page. */
const elsewhere = (wanted: string): HTMLAnchorElement | null =>
  settings.first && wanted !== language
    ? document.querySelector(`nav a[lang="${CSS.escape(wanted)}"]`)
    : null;

async function load(): Promise<void> {
  work(t.confirm, t.loading);
  const answer = await call('', undefined, say);
  if (!answer) {
    say(t.failed);
    return offer(t.again, load);
  }
  if (answer.status === 200) {
    const contact = answer.body as ContactState;
    const better = elsewhere(contact.language);
    if (better) return location.replace(better.href);
    if (video) watching ??= watch(video, contact.watchedPercent, watched);
    void call('/opened', { pageVersion: settings.v, language });
  }
  showAnswer(answer, false);
}

function watched() {
  mustWatch = false;
  for (const hint of document.querySelectorAll<HTMLElement>('#video-first')) hint.hidden = true;
  if (!busy) offer(confirmButton.textContent, press);
}

async function confirm(): Promise<void> {
  if (isVideoFirst()) return say(videoFirst());
  work(t.confirming, '');
  // What was watched must be known before: a brand may ask for it.
  await watching?.arrived();
  const answer = await call('/confirm', { pageVersion: settings.v, language }, say);
  if (!answer) {
    say(t.failed);
    return offer(t.again, confirm);
  }
  // Something changed meanwhile (refused, stopped): show what is true now.
  if (answer.status === 409) {
    await load();
    if (current === 'ready' && press === confirm) say(isVideoFirst() ? videoFirst() : t.failed);
    return;
  }
  showAnswer(answer, true);
}

/** Posts what a button asks for, once however often it is pressed, and hands on the answer that was got. */
const post = async (
  button: HTMLElement,
  path: string,
  body: object,
  answered: (answer: Answer) => unknown,
  final?: number,
) => {
  if (busy) return;
  busy = true;
  button.setAttribute('aria-disabled', 'true');
  say(t.loading);
  const answer = await call(path, body, say, final);
  button.removeAttribute('aria-disabled');
  busy = false;
  if (answer) answered(answer);
  else say(t.failed);
};

const decline = (button: HTMLElement) => {
  const reason = button.dataset['decline'] as 'wrong_person' | 'not_wanted';
  return post(button, '/decline', { reason }, (answer) =>
    answer.status === 409 ? load() : showAnswer(answer, false),
  );
};

const undoDecline = () => post(undoButton, '/undo-decline', {}, (answer) => showAnswer(answer, true));

/** What the API refuses for good looks the same whatever the reason: who holds an old link learns nothing. */
const askForNewLink = () =>
  post(
    newLinkButton,
    '/new-link',
    {},
    ({ status, body, retryAfter }) => {
      if (status === 429) {
        fill({ later: fromNow(retryAfter, language) });
        return show('too_often');
      }
      // A text with a link is on its way already: asked for before, perhaps by a try whose answer was lost.
      const inFlight = (body as { code?: string } | null)?.code === 'in-flight';
      show(status < 300 || inFlight ? 'link_sent' : 'unknown');
    },
    429,
  );

confirmButton.addEventListener('click', () => {
  if (!busy) press();
});
for (const button of [refuseButton, element('take-off')]) {
  button.addEventListener('click', () => {
    if (!busy) show('refuse');
  });
}
element('back').addEventListener('click', () => show(current));
for (const button of document.querySelectorAll<HTMLElement>('[data-decline]')) {
  button.addEventListener('click', () => void decline(button));
}
undoButton.addEventListener('click', () => void undoDecline());
newLinkButton.addEventListener('click', () => void askForNewLink());
for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
  if (token) link.hash = token;
}

if (token) void load();
else show('no_token', false);
