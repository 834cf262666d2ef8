import { expect, test } from 'vitest';
import type { Contact } from '../src/api/contacts.ts';
import { sendAction, wantsValidation } from '../src/pages/contact/next-actions.ts';

const contact = (
  kind: Contact['status']['kind'],
  state: Contact['welcome']['state'] = 'none',
  chip: Contact['chip']['kind'] = 'not_checked',
) => ({ status: { kind }, welcome: { state }, chip: { kind: chip } });

test.each([
  [contact('not_sent'), 'send'],
  [contact('pending_confirmation', 'delivered'), 'resend'],
  [contact('link_expired', 'delivered'), 'resend'],
  [contact('send_error', 'failed'), 'resend'],
  [contact('sending', 'queued'), null],
  [contact('sending', 'accepted'), null],
  [contact('sending', 'uncertain'), 'resend'],
  [contact('held', 'held'), null],
  [contact('scheduled', 'held'), null],
  [contact('confirmed', 'delivered'), null],
  [contact('declined', 'delivered'), null],
  [contact('opted_out', 'delivered'), null],
])('%j can be offered %j', (facts, action) => {
  expect(sendAction(facts)).toBe(action);
});

test.each([
  [contact('not_sent', 'none', 'not_checked'), true],
  [contact('not_sent', 'none', 'could_not_check'), true],
  [contact('not_sent', 'none', 'valid_number'), false],
  [contact('send_error', 'failed', 'not_a_cell_phone'), false],
  [contact('opted_out', 'delivered', 'not_checked'), false],
])('%j wants a line check: %j', (facts, wanted) => {
  expect(wantsValidation(facts)).toBe(wanted);
});
