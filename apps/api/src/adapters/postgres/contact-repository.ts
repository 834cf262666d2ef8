import type { Agreement } from '@keyholder/domain/contact/agreement';
import { AGREEMENT_ALLOWED_FROM } from '@keyholder/domain/contact/agreement';
import type { Bounce } from '@keyholder/domain/contact/contact-facts';
import type { ContactRepository, StoredContact, Taken } from '@keyholder/domain/contact/contact-repository';
import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { Kysely } from 'kysely';
import { contactsWithFacts, storedContact } from './contact-facts.ts';
import type { Tables } from './rows/index.ts';

export class PostgresContactRepository implements ContactRepository {
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly tenant: Tenant & { readonly dealerId: string },
  ) {}

  async add({ id, siteId, details, at }: Parameters<ContactRepository['add']>[0]): Promise<Taken | null> {
    const added = await this.db
      .insertInto('contact')
      .values({
        id,
        company_id: this.tenant.companyId,
        dealer_id: this.tenant.dealerId,
        site_id: siteId,
        name: details.name,
        phone: details.phone.e164,
        email: details.email,
        email_verification: details.emailVerification,
        title: details.title,
        slot_number: details.slotNumber,
        emergency_contact: details.emergencyContact,
        language: details.language,
        version: 1,
        created_at: at,
        number_since: at,
      })
      // The unique keys decide, so that of two who add the same number at once one is told who has it.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    return added === undefined ? this.whoHas(siteId, details.phone.e164, details.slotNumber) : null;
  }

  private async whoHas(siteId: string, phone: string, slot: number | null): Promise<Taken> {
    const rows = await this.db
      .selectFrom('contact')
      .select(['id', 'name', 'phone'])
      .where('company_id', '=', this.tenant.companyId)
      .where('site_id', '=', siteId)
      .where('removed_at', 'is', null)
      .where((where) => where.or([where('phone', '=', phone), where('slot_number', '=', slot)]))
      .execute();
    const byPhone = rows.find((row) => row.phone === phone);
    const holder = byPhone ?? rows[0];
    if (holder === undefined) throw new Error('A contact was refused that nothing conflicts with.');
    return {
      code: byPhone === undefined ? 'slot_taken' : 'phone_taken',
      contactId: holder.id,
      name: holder.name,
    };
  }

  async load(id: string): Promise<StoredContact | null> {
    const row = await contactsWithFacts(this.db)
      .where('contact.company_id', '=', this.tenant.companyId)
      .where('contact.id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : storedContact(row);
  }

  async setAgreement(id: string, agreement: Agreement): Promise<boolean> {
    const { numUpdatedRows } = await this.contact(id)
      .set({
        agreement_state: agreement.state,
        agreement_at: agreement.at,
        confirmed_by: agreement.confirmedBy,
        decline_reason: agreement.declineReason,
      })
      .where('agreement_state', 'in', [...AGREEMENT_ALLOWED_FROM[agreement.state]])
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async recordPageOpened(id: string, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.contact(id)
      .set({ page_opened_at: at })
      .where('page_opened_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async recordWatched(id: string, percent: number): Promise<boolean> {
    const { numUpdatedRows } = await this.contact(id)
      .set({ watched_percent: percent })
      .where('watched_percent', '<', percent)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async recordProof(id: string, phone: string, at: Date): Promise<void> {
    await this.contact(id)
      .set({ number_proven_at: at })
      .where('phone', '=', phone)
      .where((where) => where.or([where('number_proven_at', 'is', null), where('number_proven_at', '<', at)]))
      .execute();
  }

  async recordBounce(id: string, phone: string, bounce: Bounce): Promise<void> {
    await this.contact(id)
      .set({ bounced_at: bounce.at, bounce_kind: bounce.kind })
      .where('phone', '=', phone)
      .where((where) => where.or([where('bounced_at', 'is', null), where('bounced_at', '<', bounce.at)]))
      .execute();
  }

  private contact(id: string) {
    return this.db
      .updateTable('contact')
      .where('company_id', '=', this.tenant.companyId)
      .where('id', '=', id)
      .where('removed_at', 'is', null);
  }
}
