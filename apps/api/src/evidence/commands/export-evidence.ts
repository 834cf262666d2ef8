import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';
import type { EvidenceExport } from '../evidence.schemas.ts';

/** Hands out all evidence of a contact, also of one that was removed; who took it is in the audit. */
export class ExportEvidence extends Command<Result<EvidenceExport, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly contactId: string,
    readonly format: 'json' | 'html',
  ) {
    super();
  }
}

@CommandHandler(ExportEvidence)
export class ExportEvidenceHandler implements ICommandHandler<ExportEvidence> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, contactId, format }: ExportEvidence): Promise<Result<EvidenceExport, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<EvidenceExport, Refusal>> => {
      const chain = await store.evidence.chainOf(contactId);
      if (chain === null) return err({ code: 'not_found', what: 'contact' });
      const at = this.clock.now();
      const head = chain.pieces.at(-1)?.hash ?? chain.deletions.at(-1)?.lastHash ?? null;
      store.audit.add({
        actor: actorOf(caller),
        action: 'evidence.exported',
        siteId: chain.site.id,
        contactId,
        detail: { format, pieces: chain.pieces.length, head },
        at,
      });
      const { contact, site, dealer, deletions, pieces } = chain;
      return ok({
        format: 'keyholder-evidence/2',
        exportedAt: at.toISOString(),
        exportedBy: caller.name,
        contact: { ...contact, removedAt: contact.removedAt?.toISOString() ?? null },
        site: { name: site.name, accountNumber: site.accountNumber },
        dealer,
        deletions: deletions.map(({ removedAt, deletedAt, ...deletion }) => ({
          ...deletion,
          removedAt: removedAt.toISOString(),
          deletedAt: deletedAt.toISOString(),
        })),
        pieces: pieces.map((piece) => ({ ...piece, at: piece.at.toISOString() })),
        head,
      });
    });
  }
}
