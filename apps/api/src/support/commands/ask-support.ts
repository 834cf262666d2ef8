import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { checkNote } from '@keyholder/domain/support/support-note';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { CollectBundle } from '../queries/collect-bundle.ts';
import type { SupportBundle } from '../support.schemas.ts';

/** A dealer asks support about a contact. While a case is open, asking again adds to it. */
export class AskSupport extends Command<
  Result<{ readonly caseId: string; readonly opened: boolean }, Refusal>
> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly message: string | null,
    readonly disputedCheck: boolean,
  ) {
    super();
  }
}

@CommandHandler(AskSupport)
export class AskSupportHandler implements ICommandHandler<AskSupport> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: QueryBus,
    private readonly clock: Clock,
  ) {}

  async execute(
    command: AskSupport,
  ): Promise<Result<{ readonly caseId: string; readonly opened: boolean }, Refusal>> {
    const { caller, contactId } = command;
    const blank = command.message === null || command.message.trim() === '';
    const message = blank ? null : checkNote(command.message);
    if (message !== null && !message.ok) return err({ code: 'invalid_fields', errors: [message.error] });
    const bundle = await this.queries.execute(new CollectBundle(caller, contactId));
    if (!bundle.ok) return bundle;
    return this.unitOfWork.run(caller.tenant, async (store) =>
      ok(await this.ask(store, command, message?.value ?? null, bundle.value)),
    );
  }

  private async ask(
    store: Store,
    { caller, contactId, disputedCheck }: AskSupport,
    message: string | null,
    bundle: SupportBundle,
  ): Promise<{ readonly caseId: string; readonly opened: boolean }> {
    const at = this.clock.now();
    const by = caller.name;
    const byId = caller.kind === 'person' ? caller.id : null;
    const siteId = bundle.site.id;
    const opened = await store.supportCases.open({ contactId, siteId, disputedCheck, bundle, by, byId, at });
    const { caseId } = opened ?? (await store.supportCases.findOpen(contactId)) ?? { caseId: null };
    if (caseId === null) throw new Error('A case was closed while it was asked for.');
    if (opened === null && disputedCheck) await store.supportCases.dispute(caseId);
    if (message !== null) await store.supportCases.addNote(caseId, { body: message, by, at });
    store.audit.add({
      actor: actorOf(caller),
      action: opened === null ? 'support.note_added' : 'support.case_opened',
      siteId,
      contactId,
      detail: { caseId, disputedCheck },
      at,
    });
    store.announce({ dealerId: caller.tenant.dealerId, siteId, contactId });
    return { caseId, opened: opened !== null };
  }
}
