import type { QueryClient } from '@tanstack/react-query';
import { createContact, type Contact, type NewContact } from '../../api/contacts.ts';
import { previewQuery, sendWelcome } from '../../api/welcome-text.ts';

/** A contact that was created, and whether the welcome text went out with it. */
interface Created {
  readonly contact: Contact;
  readonly sent: boolean;
}

/**
 * Creates a contact and, where it is wanted and nothing stands against it, sends the welcome text with spoken
 * permission. Whatever stands against it leaves the contact created: the text is then looked at first.
 */
export const createAndMaySend = async (
  client: QueryClient,
  siteId: string,
  details: NewContact,
  wanted: boolean,
): Promise<Created> => {
  const contact = await createContact(siteId, details);
  if (!wanted) return { contact, sent: false };
  try {
    const { decision } = await client.fetchQuery(previewQuery(contact.id));
    if (decision !== 'hand_over') return { contact, sent: false };
    return {
      contact: await sendWelcome(contact.id, { permission: 'spoken', sendAnyway: false }),
      sent: true,
    };
  } catch {
    // Not sent, or not known to be: the panel that opens asks anew, and the API sends nobody two texts at once.
    return { contact, sent: false };
  }
};
