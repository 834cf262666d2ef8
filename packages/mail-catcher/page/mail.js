// Shows the mails, newest first; asks again every second.

/** @typedef {{ id: number, receivedAt: string, from: string, to: string[], subject: string, text: string }} Mail */

/** @param {string} id */
const at = (id) => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no ${id}.`);
  return element;
};

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} content
 */
const make = (tag, className, ...content) => {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
};

/**
 * The words with their addresses as links.
 * @param {string} text
 */
const withLinks = (text) =>
  text.split(/(https?:\/\/\S+)/u).map((part, index) => {
    if (index % 2 === 0) return part;
    const link = document.createElement('a');
    link.href = part;
    link.append(part);
    return link;
  });

/** @param {Mail} mail */
const shown = ({ receivedAt, from, to, subject, text }) => {
  const time = document.createElement('time');
  time.dateTime = receivedAt;
  time.append(new Date(receivedAt).toLocaleTimeString());
  return make(
    'li',
    '',
    make(
      'article',
      '',
      make('h2', '', subject),
      make('p', 'about', `To ${to.join(', ')} · from ${from} · `, time),
      make('p', 'words', ...withLinks(text.trim())),
    ),
  );
};

let newest = -1;

const refresh = async () => {
  try {
    const response = await fetch('/mails');
    const { mails } = /** @type {{ mails: Mail[] }} */ (await response.json());
    at('connection').textContent = `${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}`;
    const first = mails[0]?.id ?? 0;
    if (first !== newest) {
      newest = first;
      at('nothing').hidden = mails.length > 0;
      at('mails').replaceChildren(...mails.map(shown));
    }
  } catch {
    at('connection').textContent = 'No connection. Asking again …';
  }
  setTimeout(() => void refresh(), 1000);
};

void refresh();
