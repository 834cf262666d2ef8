import { banner } from '@keyholder/domain/contact/banner';
import type { StoredContact } from '@keyholder/domain/contact/contact-repository';
import { displayPhone } from '@keyholder/domain/phone/phone-number';
import { invitationsIn } from '@keyholder/domain/welcome/text-message';
import { READER_WORDS, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import type { ContactView } from '../contacts.schemas.ts';

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** A contact as the API shows it at `now` to a reader of `language`: facts, and what is computed from them. */
export const contactView = (contact: StoredContact, now: Date, language: ReaderLanguage): ContactView => {
  const { facts, createdAt, ...details } = contact;
  const { chip, status, tags } = banner(facts, now, READER_WORDS[language]);
  const last = invitationsIn(facts.texts).at(-1);
  return {
    ...details,
    phoneDisplay: displayPhone(contact.phone),
    lineCheck: { ...facts.lineCheck, checkedAt: iso(facts.lineCheck.checkedAt) },
    welcome: {
      state: last?.state ?? 'none',
      reason: last?.reason ?? null,
      providerCode: last?.providerCode ?? null,
      queuedAt: iso(last?.queuedAt ?? null),
      acceptedAt: iso(last?.acceptedAt ?? null),
      sentAt: iso(last?.sentAt ?? null),
      deliveredAt: iso(last?.deliveredAt ?? null),
    },
    agreement: { state: facts.agreement.state, at: iso(facts.agreement.at) },
    optedOut: { state: facts.optOut.state, by: facts.optOut.by, at: iso(facts.optOut.at) },
    chip,
    status: { ...status, since: iso(status.since), until: iso(status.until) },
    tags: [...tags],
    createdAt: createdAt.toISOString(),
  };
};
