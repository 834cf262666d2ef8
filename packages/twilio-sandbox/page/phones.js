// @ts-check
/**
 * Shows every conversation and keeps it up to date. Texts come from anywhere, so they only ever become text nodes;
 * links are made for http and https alone.
 *
 * @typedef {{ sid: string, body: string, direction: string, origin: string, status: string, from: string,
 *   to: string, errorCode: number | null, errorMessage: string | null, at: string, segments: number }} Text
 * @typedef {{ number: string, displayNumber: string, plays: string | null, optedOutOf: string[],
 *   lastSender: string, texts: Text[] }} Conversation
 * @typedef {{ name: string, number: string, group: string, plays: string }} MagicNumber
 * @typedef {{ message?: string, problem?: string | null, webhookStatus?: number | null }} ReplyAnswer
 */

/** @param {string} path @returns {Promise<unknown>} */
async function get(path) {
  const response = await fetch(`/sandbox/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @param {string} id */
function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

/**
 * @template {Element} T
 * @param {ParentNode} parent @param {string} selector @param {new () => T} type
 */
function find(parent, selector, type) {
  const element = parent.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The page has no ${selector}`);
  return element;
}

/** @param {string} name @param {string} [className] @param {string} [text] */
function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The words of a text, with its web addresses as links. @param {string} body */
function linked(body) {
  return body.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’])/i).map((part, index) => {
    if (index % 2 === 0 || !URL.canParse(part)) return document.createTextNode(part);
    const link = document.createElement('a');
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = part;
    return link;
  });
}

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const origins = { keyword: 'Twilio’s own reply', webhook: 'answer to a reply' };

/** @param {Text} text */
function bubble(text) {
  const mine = text.direction === 'inbound';
  const item = make('li', mine ? 'mine' : 'theirs');
  const words = make('p', 'bubble');
  words.append(...linked(text.body));
  const meta = make('p', 'meta');
  const failed = text.errorCode !== null;
  const good = text.status === 'delivered' || text.status === 'read';
  meta.append(
    make('span', failed ? 'bad' : good ? 'good' : '', mine ? 'received by Twilio' : text.status),
    failed ? ` · ${text.errorCode} ${text.errorMessage}` : '',
    ` · ${time.format(new Date(text.at))} · ${mine ? `to ${text.to}` : `from ${text.from}`}`,
    text.segments > 1 ? ` · ${text.segments} segments` : '',
    text.origin in origins ? ` · ${origins[/** @type {keyof typeof origins} */ (text.origin)]}` : '',
  );
  item.append(words, meta);
  return item;
}

/** @param {HTMLFormElement} form @param {Element} outcome @param {() => object} content */
function sends(form, outcome, content) {
  const submit = async () => {
    const button = find(form, 'button', HTMLButtonElement);
    button.disabled = true;
    outcome.textContent = '';
    try {
      const response = await fetch('/sandbox/replies', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(content()),
      });
      const answer = /** @type {ReplyAnswer} */ (await response.json());
      if (response.ok) find(form, '[name=body]', HTMLInputElement).value = '';
      if (!response.ok) outcome.textContent = `Not sent: ${answer.message}`;
      else if (answer.problem) outcome.textContent = `Webhook: ${answer.problem}`;
      else if (answer.webhookStatus === null) outcome.textContent = 'Received; no inbound webhook is set.';
    } catch {
      outcome.textContent = 'Not sent: the sandbox does not answer.';
    } finally {
      button.disabled = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
}

/** Phones by number. @type {Map<string, HTMLElement>} */
const phones = new Map();

/** @param {Conversation} conversation */
function phoneOf({ number, displayNumber }) {
  const known = phones.get(number);
  if (known !== undefined) return known;
  const template = /** @type {HTMLTemplateElement} */ (byId('phone'));
  const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const phone = find(content, '.phone', HTMLElement);
  const title = find(phone, 'h3', HTMLElement);
  title.textContent = displayNumber;
  title.id = `phone-${number.slice(1)}`;
  phone.setAttribute('aria-labelledby', title.id);
  find(phone, '.texts', HTMLElement).setAttribute('aria-label', `Texts of ${displayNumber}`);
  const input = find(phone, 'input', HTMLInputElement);
  input.id = `reply-${number.slice(1)}`;
  const label = find(phone, 'label', HTMLLabelElement);
  label.htmlFor = input.id;
  label.textContent = `Reply from ${displayNumber}`;
  const form = find(phone, 'form', HTMLFormElement);
  sends(form, find(phone, '.outcome', HTMLElement), () => ({
    from: number,
    body: new FormData(form).get('body'),
  }));
  phones.set(number, phone);
  return phone;
}

/** @param {Conversation} conversation */
function showPhone(conversation) {
  const phone = phoneOf(conversation);
  find(phone, '.plays', HTMLElement).textContent = conversation.plays ?? '';
  find(phone, '.stopped', HTMLElement).textContent =
    conversation.optedOutOf.length > 0 ? `Stopped texts from ${conversation.optedOutOf.join(', ')}` : '';
  const list = find(phone, '.texts', HTMLElement);
  const words = JSON.stringify(conversation.texts);
  if (list.dataset['shown'] === words) return phone;
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  list.dataset['shown'] = words;
  list.replaceChildren(...conversation.texts.map(bubble));
  if (atEnd) requestAnimationFrame(() => list.scrollTo(0, list.scrollHeight));
  return phone;
}

/** Puts phones in order without taking the caret from someone who types. @param {HTMLElement[]} wanted */
function arrange(wanted) {
  const container = byId('phones');
  const focused = document.activeElement;
  for (const child of Array.from(container.children)) {
    if (!wanted.some((phone) => phone === child)) child.remove();
  }
  wanted.forEach((phone, index) => {
    if (container.children[index] !== phone) container.insertBefore(phone, container.children[index] ?? null);
  });
  if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

async function refresh() {
  const { conversations } = /** @type {{ conversations: Conversation[] }} */ (await get('conversations'));
  const state = /** @type {{ senders: string[] }} */ (await get('state'));
  byId('nobody').hidden = conversations.length > 0;
  const shown = new Set(conversations.map(({ number }) => number));
  for (const number of phones.keys()) if (!shown.has(number)) phones.delete(number);
  arrange(conversations.map(showPhone));
  byId('senders').replaceChildren(
    ...state.senders.map((number) => {
      const option = document.createElement('option');
      option.value = number;
      return option;
    }),
  );
}

async function showNumbers() {
  const { magicNumbers } = /** @type {{ magicNumbers: MagicNumber[] }} */ (await get('magic-numbers'));
  let group = '';
  for (const row of magicNumbers) {
    if (row.group !== group) {
      group = row.group;
      const heading = make('th', '', group);
      heading.setAttribute('scope', 'rowgroup');
      heading.setAttribute('colspan', '3');
      const line = make('tr');
      line.append(heading);
      byId('numbers').append(line);
    }
    const line = make('tr');
    const name = make('td');
    name.append(make('code', '', row.name));
    line.append(make('td', '', row.number), make('td', '', row.plays), name);
    byId('numbers').append(line);
  }
}

const start = /** @type {HTMLFormElement} */ (byId('start'));
sends(start, byId('start-outcome'), () => {
  const value = (/** @type {string} */ name) => find(start, `[name=${name}]`, HTMLInputElement).value;
  const number = (/** @type {string} */ name) => value(name).replace(/[\s().-]/g, '');
  return {
    from: number('from'),
    ...(number('to') === '' ? {} : { to: number('to') }),
    body: value('body'),
  };
});

// One refresh at a time; what changes meanwhile is fetched by one more.
let running = false;
let again = false;
async function refreshLatest() {
  again = true;
  if (running) return;
  running = true;
  while (again) {
    again = false;
    await refresh().catch(() => undefined);
  }
  running = false;
}

const events = new EventSource('/sandbox/events');
events.addEventListener('open', () => (byId('connection').textContent = 'Live'));
events.addEventListener(
  'error',
  () => (byId('connection').textContent = 'The sandbox does not answer; trying again…'),
);
events.addEventListener('changed', () => void refreshLatest());
await showNumbers();
