import { describe, expect, it } from 'vitest';
import { checkWebhook } from '../../src/events/webhook.ts';

const wanted = (url: string, more: Partial<Parameters<typeof checkWebhook>[0]> = {}) => ({
  url,
  description: 'Automation bridge',
  kinds: ['contact.confirmed'],
  ...more,
});

/** Why an address is refused; null where it is taken. */
const refusal = (url: string, loopbackAllowed = false): string | null => {
  const checked = checkWebhook(wanted(url), loopbackAllowed);
  return checked.ok ? null : (checked.error[0]?.code ?? 'no reason');
};

describe('an endpoint that somebody wants', () => {
  it.each([
    ['https://hooks.example.com/keyholder', null],
    ['https://hooks.example.com', null],
    ['https://hooks.example.com:8443/a?b=c', null],
    ['  https://hooks.example.com/a  ', null],
    ['http://hooks.example.com/', 'not_https'],
    ['HTTP://hooks.example.com/', 'not_https'],
    ['https://user:pass@hooks.example.com/', 'no_address'],
    ['https://hooks.example.com/#a', 'no_address'],
    ['https://hooks.example.com\\@evil.example/', 'no_address'],
    ['https:///nothing', 'no_address'],
    ['ftp://hooks.example.com/', 'no_address'],
    ['javascript:alert(1)', 'no_address'],
    ['hooks.example.com', 'no_address'],
    ['', 'no_address'],
    ['https://localhost/', 'private_address'],
    ['https://127.0.0.1:3000/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    [`https://hooks.example.com/${'a'.repeat(1000)}`, 'too_long'],
  ])('%s', (url, code) => expect(refusal(url)).toBe(code));

  it('may be this machine where that is allowed, and then needs no https', () => {
    expect(refusal('http://127.0.0.1:4000/hooks', true)).toBeNull();
    expect(refusal('http://10.0.0.1/hooks', true)).toBe('not_https');
  });

  it('names events that there are, in the product’s order, once each', () => {
    const url = 'https://hooks.example.com/';
    const kinds = ['text.failed', 'contact.created', 'text.failed'];
    const checked = checkWebhook(wanted(url, { kinds }), false);
    expect(checked.ok && checked.value.kinds).toEqual(['contact.created', 'text.failed']);
    for (const [wrong, code] of [
      [[], 'empty'],
      [['contact.created', 'contact.exploded'], 'unknown'],
    ] as const) {
      const refused = checkWebhook(wanted(url, { kinds: wrong }), false);
      expect(!refused.ok && refused.error.map((error) => [error.field, error.code])).toEqual([
        ['kinds', code],
      ]);
    }
  });

  it('is told everything that is wrong at once', () => {
    const refused = checkWebhook({ url: 'x', description: ' ', kinds: [] }, false);
    expect(!refused.ok && refused.error.map(({ field }) => field)).toEqual(['url', 'description', 'kinds']);
  });
});
