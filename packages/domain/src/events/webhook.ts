import { plainLine } from '../shared/plain-text.ts';
import { err, ok, type FieldError, type Result } from '../shared/result.ts';
import { ALL_EVENT_KINDS, type EventKind } from './contact-event.ts';

export const WEBHOOK_DESCRIPTION_MAX = 100;
const WEBHOOK_URL_MAX = 1000;
/** The most endpoints that one dealer, or a company as a whole, can have. */
export const WEBHOOKS_MAX = 20;

/** Where events are sent, as its owner describes it. */
export interface WebhookDetails {
  readonly url: string;
  readonly description: string;
  /** In the order in which the product lists them. */
  readonly kinds: readonly EventKind[];
}

const ADDRESS =
  /^(?<scheme>https?):\/\/(?<host>[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?:[/?][^\s#\\]*)?$/iu;

const checkUrl = (input: string, loopbackAllowed: boolean): Result<string, FieldError> => {
  const url = input.trim();
  const refuse = (code: string, message: string): Result<string, FieldError> =>
    err({
      field: 'url',
      code,
      message,
      accepted: `an address such as https://hooks.example.com/keyholder, without a user name or #, ${WEBHOOK_URL_MAX} characters at most`,
    });
  if (url.length > WEBHOOK_URL_MAX) return refuse('too_long', 'This address is too long.');
  const parts = ADDRESS.exec(url)?.groups;
  if (parts === undefined) return refuse('no_address', 'This is not a web address that can be called.');
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes((parts['host'] ?? '').toLowerCase());
  if (isLoopback && loopbackAllowed) return ok(url);
  if (isLoopback) return refuse('private_address', 'This address is inside a network.');
  if (parts['scheme']?.toLowerCase() !== 'https') return refuse('not_https', 'Events go over https only.');
  return ok(url);
};

const checkKinds = (input: readonly string[]): Result<readonly EventKind[], FieldError> => {
  const unknown = input.filter((kind) => !ALL_EVENT_KINDS.some((known) => known === kind));
  if (unknown.length === 0 && input.length > 0)
    return ok(ALL_EVENT_KINDS.filter((kind) => input.includes(kind)));
  return err({
    field: 'kinds',
    code: unknown.length > 0 ? 'unknown' : 'empty',
    message: unknown.length > 0 ? `There is no event ${unknown.join(', ')}.` : 'Nothing would be sent.',
    accepted: `one or more of ${ALL_EVENT_KINDS.join(', ')}`,
  });
};

/**
 * Judges an endpoint that somebody wants. What its name leads to is checked whenever something is sent.
 * @param loopbackAllowed on a developer's machine: this machine itself is no secret there
 */
export const checkWebhook = (
  input: { readonly url: string; readonly description: string; readonly kinds: readonly string[] },
  loopbackAllowed: boolean,
): Result<WebhookDetails, readonly FieldError[]> => {
  const url = checkUrl(input.url, loopbackAllowed);
  const description = plainLine(input.description, 'description', { max: WEBHOOK_DESCRIPTION_MAX });
  const kinds = checkKinds(input.kinds);
  if (url.ok && description.ok && kinds.ok)
    return ok({ url: url.value, description: description.value, kinds: kinds.value });
  return err([url, description, kinds].flatMap((checked) => (checked.ok ? [] : [checked.error])));
};
