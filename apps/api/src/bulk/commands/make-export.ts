import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork } from '../../ports/unit-of-work.ts';

/** A dealer has contacts exported: of a site or of all, everybody or what has changed since the last such export. */
export class MakeExport extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly siteId: string | null,
    readonly onlyChanged: boolean,
  ) {
    super();
  }
}

@CommandHandler(MakeExport)
export class MakeExportHandler implements ICommandHandler<MakeExport> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, siteId, onlyChanged }: MakeExport): Promise<Result<{ readonly id: string }, Refusal>> {
    return this.unitOfWork.run(
      caller.tenant,
      async (store): Promise<Result<{ readonly id: string }, Refusal>> => {
        if (siteId !== null && (await store.sites.load(siteId)) === null)
          return err({ code: 'not_found', what: 'site' });
        const id = randomUUIDv7();
        const at = this.clock.now();
        const since = onlyChanged ? await store.exports.last(siteId) : null;
        await store.exports.add({ id, siteId, since, until: at, by: caller.name });
        const detail = { exportId: id, since: since?.toISOString() ?? null };
        store.audit.add({ actor: actorOf(caller), action: 'contacts.exported', siteId, detail, at });
        return ok({ id });
      },
    );
  }
}
