import { randomUUIDv7 } from 'node:crypto';
import { newBrandDraft } from '@keyholder/domain/branding/brand-draft';
import { isBrandKey } from '@keyholder/domain/branding/brand-key';
import { checkCompanyName } from '@keyholder/domain/account/company-details';
import { checkInvitation, INVITATION_LIFE_DAYS } from '@keyholder/domain/account/invitation';
import { err, ok, type FieldError, type Result } from '@keyholder/domain/shared/result';
import { checkSenderSetUp } from '@keyholder/domain/welcome/sender-details';
import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import type { Refusal } from '../ports/refusal.ts';
import type { Actor, UnitOfWork } from '../ports/unit-of-work.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A stand-alone dealer: a company with one dealer and one brand. */
export interface NewCompany {
  readonly name: string;
  /** First path segment of the brand's pages. */
  readonly brandKey: string;
  /** Who is invited as the company's admin. */
  readonly adminEmail: string;
  /** A number (E.164) or a messaging service (`MG…`) that is set up for the company; null: none yet. */
  readonly sender: string | null;
  /** In which the admin is invited, and the first that the brand speaks. */
  readonly language: ReaderLanguage;
}

/** What was made. */
export interface MadeCompany {
  readonly companyId: string;
  readonly dealerId: string;
  readonly brandId: string;
  readonly invitationId: string;
}

const checkBrandKey = (key: string): Result<string, FieldError> =>
  isBrandKey(key)
    ? ok(key)
    : err({
        field: 'brandKey',
        code: 'not_usable',
        message: 'Pages cannot have this address.',
        accepted: '2 to 40 of a–z, 0–9 and inner hyphens, no reserved word',
      });

/**
 * Makes a company with one dealer and one brand, and invites its admin, in one step. The brand is a draft: its admin
 * finishes and publishes it, and until then no text goes out.
 * @param parts `linkOrigin`: where the pages are reached unless the company sets its own
 */
export const makeCompany = async (
  input: NewCompany,
  parts: {
    readonly unitOfWork: UnitOfWork;
    readonly actor: Actor;
    readonly linkOrigin: string;
    readonly at: Date;
  },
): Promise<Result<MadeCompany, Refusal>> => {
  const { unitOfWork, actor, linkOrigin, at } = parts;
  const companyId = randomUUIDv7();
  const tenant = { companyId, dealerId: null };
  const name = checkCompanyName(input.name);
  const brandKey = checkBrandKey(input.brandKey);
  const sender = input.sender === null ? ok(null) : checkSenderSetUp(input.sender, []);
  const admin = checkInvitation({ email: input.adminEmail, role: 'company_admin' }, tenant);
  const errors = [
    ...[name, brandKey].flatMap((checked) => (checked.ok ? [] : [checked.error])),
    ...(sender.ok ? [] : sender.error),
    ...(admin.ok ? [] : admin.error.map((error) => ({ ...error, field: 'adminEmail' }))),
  ];
  if (!name.ok || !brandKey.ok || !sender.ok || !admin.ok) return err({ code: 'invalid_fields', errors });

  const dealerId = randomUUIDv7();
  const brandId = randomUUIDv7();
  const draft = {
    ...newBrandDraft({ name: name.value, linkOrigin, languages: [input.language] }),
    sender: sender.value?.sender ?? null,
  };
  const expiresAt = new Date(at.getTime() + INVITATION_LIFE_DAYS * DAY_MS);
  const taken: { refusal: Refusal | null } = { refusal: null };
  /** Leaves the transaction, so that nothing of the company stays behind. */
  const leave = (refusal: Refusal): never => {
    taken.refusal = refusal;
    throw new Error('What the company needs is taken.');
  };
  try {
    const invitationId = await unitOfWork.run(tenant, async (store) => {
      await store.company.create({ name: name.value, at });
      const made = { at, by: actor.name };
      if (!(await store.brandDrafts.add({ id: brandId, brandKey: brandKey.value, draft, made }))) {
        leave({ code: 'brand_key_taken', brandKey: brandKey.value });
      }
      if (sender.value !== null && !(await store.company.addSender(sender.value, at))) {
        leave({ code: 'sender_taken' });
      }
      await store.company.addDealer({ id: dealerId, name: name.value, at });
      const invited = await store.people.invite({
        ...admin.value,
        by: actor.name ?? 'Keyholder',
        language: input.language,
        at,
        expiresAt,
      });
      if (invited === null) throw new Error('A new company has an invitation already.');
      await store.jobs.add({ name: 'mail-invitation', tenant, invitationId: invited.invitationId });
      const detail = { name: name.value, dealerId, brandId, brandKey: brandKey.value };
      store.audit.add({ actor, action: 'company.made', detail, at });
      return invited.invitationId;
    });
    return ok({ companyId, dealerId, brandId, invitationId });
  } catch (error) {
    if (taken.refusal !== null) return err(taken.refusal);
    throw error;
  }
};
