import type { Schemas } from '@keyholder/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { contactKeys, type Contact } from './contacts.ts';
import { answerOf } from './problem.ts';

export type WelcomePreview = Schemas['WelcomePreview'];
export type Permission = Schemas['SendWelcome']['permission'];

/** The welcome text as it would be sent now; asked anew each time it is shown. */
export const previewQuery = (contactId: string) =>
  queryOptions({
    queryKey: contactKeys.preview(contactId),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/contacts/{contactId}/welcome/preview', { params: { path: { contactId } }, signal }),
      ),
    staleTime: 0,
  });

/** Hands the text over; what becomes of it arrives as live changes. */
export const sendWelcome = (contactId: string, body: Schemas['SendWelcome']): Promise<Contact> =>
  answerOf(api.POST('/api/v1/contacts/{contactId}/welcome', { params: { path: { contactId } }, body }));

/** Takes back a text that still waits here. */
export const cancelWelcome = (contactId: string): Promise<Contact> =>
  answerOf(api.POST('/api/v1/contacts/{contactId}/welcome/cancel', { params: { path: { contactId } } }));

/** Sends the text, marked as a test, to a phone of the dealer's own. */
export const sendTestText = (contactId: string, phone: string): Promise<Schemas['TestTextSent']> =>
  answerOf(
    api.POST('/api/v1/contacts/{contactId}/welcome/test', {
      params: { path: { contactId } },
      body: { phone },
    }),
  );
