import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { checkNote } from '@keyholder/domain/support/support-note';
import { actorOf, type Supporter } from '../../ports/caller.ts';
import { CaseDirectory } from '../../ports/case-directory.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Support answers an open case, closes it, or both. Done in the tenant of the case. */
export class AnswerCase extends Command<Result<void, Refusal>> {
  constructor(
    readonly supporter: Supporter,
    readonly caseId: string,
    /** Null: nothing is said. */
    readonly message: string | null,
    readonly close: boolean,
  ) {
    super();
  }
}

@CommandHandler(AnswerCase)
export class AnswerCaseHandler implements ICommandHandler<AnswerCase> {
  constructor(
    private readonly directory: CaseDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ supporter, caseId, message, close }: AnswerCase): Promise<Result<void, Refusal>> {
    const note = message === null ? null : checkNote(message);
    if (note !== null && !note.ok) return err({ code: 'invalid_fields', errors: [note.error] });
    const place = await this.directory.find(caseId);
    if (place === null) return err({ code: 'not_found', what: 'case' });
    const at = this.clock.now();
    const by = supporter.name;
    return this.unitOfWork.run(place.tenant, async (store): Promise<Result<void, Refusal>> => {
      const open = await store.supportCases.openForChange(caseId);
      if (open === null) return err({ code: 'case_closed' });
      const { contactId, siteId } = open;
      if (note !== null) {
        await store.supportCases.addNote(caseId, { body: note.value, by, at, fromSupport: true });
        await store.jobs.add({ name: 'mail-case-answer', tenant: place.tenant, caseId });
      }
      if (close) await store.supportCases.close(caseId, { by, at });
      const actions = [
        ...(note === null ? [] : (['support.answered'] as const)),
        ...(close ? (['support.case_closed'] as const) : []),
      ];
      for (const action of actions) {
        const actor = actorOf(supporter);
        store.audit.add({ actor, action, siteId, contactId, detail: { caseId }, at });
      }
      store.announce({ dealerId: place.tenant.dealerId, siteId, contactId });
      return ok(undefined);
    });
  }
}
