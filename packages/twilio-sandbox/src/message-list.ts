import { messageResource } from './message.ts';
import type { MessageRecord } from './message.ts';
import { TwilioError } from './twilio-errors.ts';

export type ListQuery = Record<string, string | undefined>;

const onlyDate = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether a date filter lets a message through. A message not sent yet has no `date_sent` and passes none.
 * Plain dates are whole days in GMT; times are compared to the second.
 */
function passesDate(sentAt: string | null, wanted: string, compare: 'on' | 'before' | 'after'): boolean {
  const time = Date.parse(wanted);
  if (Number.isNaN(time)) throw new TwilioError(20001, { message: `Invalid date: ${wanted}` });
  if (sentAt === null) return false;
  const precision = onlyDate.test(wanted) ? 10 : 19;
  const [sent, limit] = [sentAt.slice(0, precision), new Date(time).toISOString().slice(0, precision)];
  if (compare === 'on') return sent === limit;
  return compare === 'before' ? sent <= limit : sent >= limit;
}

/** The answer of `GET Messages.json`: newest first, with filters and pages as Twilio has them. */
export function messageList(messages: readonly MessageRecord[], query: ListQuery, accountSid: string) {
  const size = query['PageSize'] === undefined ? 50 : Number(query['PageSize']);
  if (!Number.isInteger(size) || size < 1) throw new TwilioError(20001, { message: 'Invalid PageSize' });
  const pageSize = Math.min(size, 1_000);
  const page = Number(query['Page'] ?? 0) || 0;
  const filters: [string, 'on' | 'before' | 'after'][] = [
    ['DateSent', 'on'],
    ['DateSent<', 'before'],
    ['DateSent>', 'after'],
  ];
  const found = messages
    .filter((message) => !message.unlisted)
    .filter((message) => query['To'] === undefined || message.to === query['To'])
    .filter((message) => query['From'] === undefined || message.from === query['From'])
    .filter((message) =>
      filters.every(([name, compare]) => {
        const wanted = query[name];
        return wanted === undefined || passesDate(message.sentAt, wanted, compare);
      }),
    )
    .toReversed();
  // A token names the last message of the page before: new messages do not shift later pages.
  const token = query['PageToken'];
  const after = token === undefined ? -1 : found.findIndex((message) => `PA${message.sid}` === token);
  const start = token !== undefined && after === -1 ? found.length : after + 1;
  const shown = found.slice(start, start + pageSize);
  const last = shown.at(-1);
  const more = last !== undefined && start + shown.length < found.length;
  const address = (number: number, pageToken?: string) => {
    const parameters = new URLSearchParams();
    for (const name of ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>']) {
      const value = query[name];
      if (value !== undefined) parameters.set(name, value);
    }
    parameters.set('PageSize', String(pageSize));
    parameters.set('Page', String(number));
    if (pageToken !== undefined) parameters.set('PageToken', pageToken);
    return `/2010-04-01/Accounts/${accountSid}/Messages.json?${parameters.toString()}`;
  };
  return {
    end: start + Math.max(0, shown.length - 1),
    first_page_uri: address(0),
    next_page_uri: more ? address(page + 1, `PA${last.sid}`) : null,
    page,
    page_size: pageSize,
    // Twilio's way back needs a token for each earlier page; the first page is always reachable.
    previous_page_uri: page > 0 ? address(0) : null,
    messages: shown.map((message) => messageResource(message, accountSid)),
    start,
    uri: address(page, token),
  };
}
