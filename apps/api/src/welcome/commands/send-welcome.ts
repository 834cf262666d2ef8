import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { decideWelcome, type Permission } from '@keyholder/domain/welcome/send-welcome';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { composeWelcome, type WelcomeDraft } from '../compose-welcome.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A dealer sends a contact the welcome text. */
export class SendWelcome extends Command<Result<{ readonly textId: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly permission: Permission,
    readonly insist: boolean,
  ) {
    super();
  }
}

@CommandHandler(SendWelcome)
export class SendWelcomeHandler implements ICommandHandler<SendWelcome> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute(command: SendWelcome): Promise<Result<{ readonly textId: string }, Refusal>> {
    const { caller, contactId, insist } = command;
    return this.unitOfWork.run(
      caller.tenant,
      async (store): Promise<Result<{ readonly textId: string }, Refusal>> => {
        const at = this.clock.now();
        const draft = await composeWelcome(store, caller.tenant.dealerId, contactId);
        if (!draft.ok) return draft;
        const decision = decideWelcome(draft.value.contact.facts, insist, at);
        if (!decision.ok) return err(decision.error);
        const textId =
          decision.value === 'hand_over'
            ? await this.queue(store, command, draft.value, at)
            : await this.recordNotTextable(store, command, draft.value, at);
        const { siteId } = draft.value.contact;
        store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId });
        return ok({ textId });
      },
    );
  }

  private async queue(store: Store, command: SendWelcome, draft: WelcomeDraft, at: Date): Promise<string> {
    const { contact, brand } = draft;
    const expiresAt = new Date(at.getTime() + brand.linkLifeDays * DAY_MS);
    const { linkId } = await store.links.add({ contactId: contact.id, phone: contact.phone, at, expiresAt });
    const textId = await this.keep(store, command, draft, { state: 'queued', linkId, at });
    await store.jobs.add({ name: 'hand-over-text', tenant: command.caller.tenant, textId });
    return textId;
  }

  private recordNotTextable(
    store: Store,
    command: SendWelcome,
    draft: WelcomeDraft,
    at: Date,
  ): Promise<string> {
    return this.keep(store, command, draft, { state: 'failed', linkId: null, at });
  }

  /** The text, what was stated about the person's permission, and the audit. */
  private async keep(
    store: Store,
    { caller, permission, insist }: SendWelcome,
    { contact, brand, text }: WelcomeDraft,
    {
      state,
      linkId,
      at,
    }: { readonly state: 'queued' | 'failed'; readonly linkId: string | null; readonly at: Date },
  ): Promise<string> {
    const id = randomUUIDv7();
    const { siteId, phone } = contact;
    await store.texts.add({
      id,
      brandId: brand.id,
      brandVersion: brand.version,
      siteId,
      contactId: contact.id,
      kind: 'welcome',
      phone,
      language: text.language,
      body: text.body,
      linkId,
      sender: brand.sender,
      encoding: text.segments.encoding,
      segments: text.segments.count,
      permission,
      insisted: insist,
      requestedBy: caller.name,
      state,
      reason: state === 'failed' ? 'not_textable' : null,
      at,
    });
    await store.evidence.add({
      contactId: contact.id,
      dealerId: caller.tenant.dealerId,
      kind: 'permission_stated',
      at,
      detail: { permission, by: caller.name, textId: id, words: text.body, brandVersion: brand.version },
    });
    const detail = { textId: id, handedOver: state === 'queued', insisted: insist };
    await store.audit.add({
      actor: actorOf(caller),
      action: 'welcome.requested',
      siteId,
      contactId: contact.id,
      detail,
      at,
    });
    return id;
  }
}
