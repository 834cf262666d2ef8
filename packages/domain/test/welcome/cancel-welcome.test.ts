import { describe, expect, test } from 'vitest';
import { textsToCancel } from '../../src/welcome/cancel-welcome.ts';
import { TEXT_STATES, type TextState } from '../../src/welcome/text-message.ts';
import { text } from '../support/facts.ts';

describe('cancelling a welcome text', () => {
  const EXPECTED: Record<TextState, 'cancels' | 'on_its_way' | 'nothing_waiting'> = {
    queued: 'cancels',
    held: 'cancels',
    sending: 'on_its_way',
    accepted: 'on_its_way',
    sent: 'on_its_way',
    delivered: 'on_its_way',
    uncertain: 'on_its_way',
    failed: 'nothing_waiting',
    cancelled: 'nothing_waiting',
  };
  test.each(TEXT_STATES)('%s', (state) => {
    const result = textsToCancel([text(state, { id: 'the text' })]);
    expect(result.ok ? 'cancels' : result.error.code).toBe(EXPECTED[state]);
    if (result.ok) expect(result.value).toEqual(['the text']);
  });
  test('none', () => {
    expect(textsToCancel([])).toEqual({ ok: false, error: { code: 'nothing_waiting' } });
  });
  test('a resend that waits, and no text of another kind', () => {
    const texts = [text('delivered'), text('held', { id: 'resend' }), text('queued', { kind: 'help' })];
    expect(textsToCancel(texts)).toEqual({ ok: true, value: ['resend'] });
  });
});
