import type { Schemas } from '@keyholder/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';
import { siteKeys } from './sites.ts';

export type Contact = Schemas['Contact'];
export type NewContact = Schemas['NewContact'];
export type PhoneCheck = Schemas['PhoneCheck'];
export type TimelineEntry = Schemas['TimelineEntry'];

const PAGE = 100;

/** Keys of what is kept about one contact. */
export const contactKeys = {
  one: (contactId: string) => ['contacts', contactId] as const,
  timeline: (contactId: string) => ['contacts', contactId, 'timeline'] as const,
  cases: (contactId: string) => ['contacts', contactId, 'cases'] as const,
  preview: (contactId: string) => ['contacts', contactId, 'preview'] as const,
};

/** The readable file that proves how a contact came to be texted. */
export const exportEvidence = async (contactId: string): Promise<string> =>
  String(
    await answerOf<unknown>(
      api.POST('/api/v1/contacts/{contactId}/evidence-exports', {
        params: { path: { contactId } },
        body: { format: 'html' },
        parseAs: 'text',
      }),
    ),
  );

const allContacts = async (siteId: string, signal: AbortSignal): Promise<Contact[]> => {
  const contacts: Contact[] = [];
  let cursor: string | null = null;
  do {
    const page: Schemas['ContactPage'] = await answerOf(
      api.GET('/api/v1/sites/{siteId}/contacts', {
        params: { path: { siteId }, query: { limit: PAGE, ...(cursor === null ? {} : { cursor }) } },
        signal,
      }),
    );
    contacts.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return contacts;
};

/** Every contact of a site: free slot numbers can be told only from the whole list. */
export const contactsQuery = (siteId: string) =>
  queryOptions({
    queryKey: siteKeys.contacts(siteId),
    queryFn: ({ signal }) => allContacts(siteId, signal),
  });

export const getContact = (contactId: string): Promise<Contact> =>
  answerOf(api.GET('/api/v1/contacts/{contactId}', { params: { path: { contactId } } }));

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: contactKeys.one(contactId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/contacts/{contactId}', { params: { path: { contactId } }, signal })),
  });

export type SupportCase = Schemas['SupportCase'];

/** What was asked of support about a contact, newest first. */
export const supportCasesQuery = (contactId: string) =>
  queryOptions({
    queryKey: contactKeys.cases(contactId),
    queryFn: async ({ signal }) => {
      const path = { contactId };
      return (
        await answerOf(api.GET('/api/v1/contacts/{contactId}/support-cases', { params: { path }, signal }))
      ).items;
    },
  });

export const askSupport = (contactId: string, body: Schemas['AskSupport']): Promise<SupportCase> =>
  answerOf(api.POST('/api/v1/contacts/{contactId}/support-cases', { params: { path: { contactId } }, body }));

export const timelineQuery = (contactId: string) =>
  queryOptions({
    queryKey: contactKeys.timeline(contactId),
    queryFn: async ({ signal }) => {
      const path = { contactId };
      return (await answerOf(api.GET('/api/v1/contacts/{contactId}/timeline', { params: { path }, signal })))
        .items;
    },
  });

export const createContact = (siteId: string, contact: NewContact): Promise<Contact> =>
  answerOf(api.POST('/api/v1/sites/{siteId}/contacts', { params: { path: { siteId } }, body: contact }));

export type ContactChange = Schemas['ContactChange'];

/** What `If-Match` says: only this version is to be changed. */
const versionHeader = ({ version }: { readonly version: number }) => ({ 'If-Match': `"${version}"` });

/** Edits a contact. @throws ApiProblem with `editedSince` where somebody else has changed it meanwhile */
export const changeContact = (
  contact: Pick<Contact, 'id' | 'version'>,
  body: ContactChange,
): Promise<Contact> =>
  answerOf(
    api.PATCH('/api/v1/contacts/{contactId}', {
      params: { path: { contactId: contact.id }, header: versionHeader(contact) },
      body,
    }),
  );

export const removeContact = async (contact: Pick<Contact, 'id' | 'version'>): Promise<void> => {
  await answerOf(
    api.DELETE('/api/v1/contacts/{contactId}', {
      params: { path: { contactId: contact.id }, header: versionHeader(contact) },
    }),
  );
};

export const restoreContact = (contactId: string): Promise<Contact> =>
  answerOf(api.POST('/api/v1/contacts/{contactId}/restore', { params: { path: { contactId } } }));

/** Gives contacts of a site new slot numbers in one step. */
export const changeSlots = async (siteId: string, slots: Schemas['NewSlots']['slots']): Promise<void> => {
  await answerOf(api.PUT('/api/v1/sites/{siteId}/slots', { params: { path: { siteId } }, body: { slots } }));
};

export const markRepliesRead = async (contactId: string): Promise<void> => {
  await answerOf(api.POST('/api/v1/contacts/{contactId}/replies/read', { params: { path: { contactId } } }));
};

/** Records that the person wants no texts; only they can take it back. */
export const recordOptOut = async (contactId: string): Promise<void> => {
  await answerOf(api.POST('/api/v1/contacts/{contactId}/opt-out', { params: { path: { contactId } } }));
};

/** Asks what kind of line a contact's number is. */
export const validateContact = (contactId: string): Promise<Contact> =>
  answerOf(api.POST('/api/v1/contacts/{contactId}/validation', { params: { path: { contactId } } }));

/** The same before there is a contact. @param country read into the number where it has no country code */
export const checkPhone = (phone: string, country: string): Promise<PhoneCheck> =>
  answerOf(api.POST('/api/v1/phone-checks', { body: { phone, country } }));
