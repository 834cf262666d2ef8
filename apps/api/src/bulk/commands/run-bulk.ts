import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isForBulkSend, type BulkScope } from '@keyholder/domain/bulk/bulk-scope';
import type { BulkItem } from '@keyholder/domain/bulk/bulk-run-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import type { Permission } from '@keyholder/domain/welcome/send-welcome';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';

/** A dealer has every number checked that is not yet, or the welcome text sent to everybody who has had none. */
export class StartBulkRun extends Command<Result<{ readonly id: string }, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly kind: 'validate' | 'send',
    readonly scope: BulkScope,
    readonly permission: Permission | null,
  ) {
    super();
  }
}

/** A dealer has an import written that was checked, or a run that was stopped go on. */
export class ResumeBulkRun extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly runId: string,
  ) {
    super();
  }
}

/** A dealer stops a run; what is done is done. */
export class StopBulkRun extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly runId: string,
  ) {
    super();
  }
}

const wake = (store: Store, runId: string): Promise<void> =>
  store.jobs.add({ name: 'continue-bulk-run', tenant: store.tenant, runId });

@CommandHandler(StartBulkRun)
export class StartBulkRunHandler implements ICommandHandler<StartBulkRun> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute(command: StartBulkRun): Promise<Result<{ readonly id: string }, Refusal>> {
    const { caller, kind, scope, permission } = command;
    const id = randomUUIDv7();
    const at = this.clock.now();
    return this.unitOfWork.run(
      caller.tenant,
      async (store): Promise<Result<{ readonly id: string }, Refusal>> => {
        const contactIds =
          kind === 'validate'
            ? await store.contacts.withoutCheck(scope)
            : (await store.contacts.withoutText(scope))
                .filter(({ facts }) => isForBulkSend(facts, at))
                .map((contact) => contact.id);
        if (contactIds.length === 0) return err({ code: 'nothing_to_do' });
        await store.bulkRuns.add({
          id,
          kind,
          state: 'running',
          owner: { kind: caller.kind, id: caller.id, name: caller.name },
          createdAt: at,
          permission,
          fileName: null,
          columns: [],
          mapping: {},
          defaults: null,
        });
        const items = contactIds.map((contactId, index): BulkItem => ({
          position: index + 1,
          cells: [],
          contactId,
        }));
        await store.bulkRuns.putItems(id, items);
        const detail = { runId: id, kind, contacts: contactIds.length, permission, ...scope };
        store.audit.add({ actor: actorOf(caller), action: 'bulk.started', detail, at });
        await wake(store, id);
        return ok({ id });
      },
    );
  }
}

@CommandHandler(ResumeBulkRun)
export class ResumeBulkRunHandler implements ICommandHandler<ResumeBulkRun> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, runId }: ResumeBulkRun): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const run = await store.bulkRuns.load(runId);
      if (run === null) return err({ code: 'not_found', what: 'run' });
      if (run.state === 'done' || run.state === 'running') return ok(undefined);
      // An import that nobody has had checked would write rows that nobody has seen the report of.
      if (run.kind === 'import' && run.defaults === null) return err({ code: 'nothing_to_do' });
      const at = this.clock.now();
      await store.bulkRuns.setState(runId, 'running', at);
      store.audit.add({ actor: actorOf(caller), action: 'bulk.started', detail: { runId }, at });
      await wake(store, runId);
      return ok(undefined);
    });
  }
}

@CommandHandler(StopBulkRun)
export class StopBulkRunHandler implements ICommandHandler<StopBulkRun> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, runId }: StopBulkRun): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const run = await store.bulkRuns.load(runId);
      if (run === null) return err({ code: 'not_found', what: 'run' });
      if (run.state !== 'running') return err({ code: 'not_running' });
      const at = this.clock.now();
      await store.bulkRuns.setState(runId, 'stopped', at);
      store.audit.add({ actor: actorOf(caller), action: 'bulk.stopped', detail: { runId }, at });
      return ok(undefined);
    });
  }
}
