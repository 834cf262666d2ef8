import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isEvidenceToDelete } from '@keyholder/domain/consent/retention';
import type { DealerTenant } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** Evidence of a removed contact was kept as long as its company keeps it: the whole chain is deleted. */
export class DeleteExpiredEvidence extends Command<void> {
  constructor(
    readonly tenant: DealerTenant,
    readonly contactId: string,
  ) {
    super();
  }
}

@CommandHandler(DeleteExpiredEvidence)
export class DeleteExpiredEvidenceHandler implements ICommandHandler<DeleteExpiredEvidence> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ tenant, contactId }: DeleteExpiredEvidence): Promise<void> {
    return this.unitOfWork.run(tenant, async (store) => {
      const at = this.clock.now();
      const kept = await store.evidence.kept(contactId);
      if (kept === null) return;
      const { evidenceYears } = await store.company.load();
      if (!isEvidenceToDelete(kept, evidenceYears, at)) return;
      const deleted = await store.evidence.deleteExpired(contactId, at);
      if (deleted === null) return;
      const { pieces, lastHash, keptYears } = deleted;
      store.audit.add({
        actor: { kind: 'system', id: null, name: null },
        action: 'evidence.deleted',
        contactId,
        detail: { pieces, lastHash, keptYears, removedAt: kept.removedAt?.toISOString() ?? null },
        at,
      });
    });
  }
}
