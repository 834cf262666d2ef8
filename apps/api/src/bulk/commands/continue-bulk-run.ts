import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isForBulkSend } from '@keyholder/domain/bulk/bulk-scope';
import type { BulkItem, BulkRun, ItemOutcome, RunKind } from '@keyholder/domain/bulk/bulk-run-repository';
import { ImportChecker } from '@keyholder/domain/bulk/import-check';
import type { ItemNote, ItemReason } from '@keyholder/domain/bulk/item-reason';
import { readCells } from '@keyholder/domain/bulk/import-fields';
import { createContactIn } from '../../contacts/commands/create-contact.ts';
import { problemOf } from '../../http/refusal-to-problem.ts';
import { CheckPhone } from '../../phone-checks/commands/check-phone.ts';
import type { DealerTenant, Doer } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';
import { createSiteIn } from '../../sites/commands/create-site.ts';
import { sendWelcomeIn } from '../../welcome/commands/send-welcome.ts';

/** A worker goes on with a run. */
export class ContinueBulkRun extends Command<void> {
  constructor(
    readonly tenant: DealerTenant,
    readonly runId: string,
  ) {
    super();
  }
}

/** Items of one job: short enough that a job ends long before it is taken for dead. */
const ITEMS_A_JOB: Readonly<Record<RunKind, number>> = { import: 500, validate: 40, send: 40 };

type Outcome = Omit<ItemOutcome, 'at'>;
/** The day's texts are used up: the item waits, and the run with it. */
interface Later {
  readonly retryAt: Date;
}

const skipped = (note: ItemNote, contactId: string | null = null, siteId: string | null = null): Outcome => ({
  state: 'skipped',
  contactId,
  siteId,
  reason: { kind: 'note', note },
});
const failed = (
  reason: ItemReason,
  contactId: string | null = null,
  siteId: string | null = null,
): Outcome => ({
  state: 'failed',
  contactId,
  siteId,
  reason,
});
const done = (contactId: string, siteId: string): Outcome => ({
  state: 'done',
  contactId,
  siteId,
  reason: null,
});

const refused = (refusal: Refusal): ItemReason => {
  const { code, detail } = problemOf(refusal);
  return { kind: 'refusal', code, detail };
};

@CommandHandler(ContinueBulkRun)
export class ContinueBulkRunHandler implements ICommandHandler<ContinueBulkRun> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: CommandBus,
    private readonly clock: Clock,
  ) {}

  async execute({ tenant, runId }: ContinueBulkRun): Promise<void> {
    const next = await this.unitOfWork.run(tenant, async (store) => {
      const run = await store.bulkRuns.load(runId);
      if (run?.state !== 'running') return null;
      return { run, items: await store.bulkRuns.waiting(runId, ITEMS_A_JOB[run.kind]) };
    });
    const goesOn =
      next?.run.kind === 'import'
        ? await this.rows(tenant, next.run, next.items)
        : await this.oneByOne(tenant, runId, next);
    if (!goesOn) return;
    await this.unitOfWork.run(tenant, async (store) => {
      if ((await store.bulkRuns.load(runId))?.state !== 'running') return;
      if ((await store.bulkRuns.waiting(runId, 1)).length === 0) {
        await store.bulkRuns.setState(runId, 'done', this.clock.now());
      } else await store.jobs.add({ name: 'continue-bulk-run', tenant, runId });
    });
  }

  /** Rows of different sites together, those of one site as they come in the file. */
  private async rows(
    tenant: DealerTenant,
    { id, mapping }: BulkRun,
    items: readonly BulkItem[],
  ): Promise<boolean> {
    const went = await Promise.all(
      items.map(({ position, cells }) => {
        const { accountNumber } = readCells(cells, mapping);
        return this.item(tenant, id, position, `${id} ${accountNumber ?? ''}`);
      }),
    );
    return went.every(Boolean);
  }

  /** Each is looked up or texted by itself, and counts when the next is decided. */
  private async oneByOne(
    tenant: DealerTenant,
    runId: string,
    next: { readonly run: BulkRun; readonly items: readonly BulkItem[] } | null,
  ): Promise<boolean> {
    for (const { position } of next?.items ?? []) {
      const retryAt = next?.run.kind === 'validate' ? await this.lookUp(tenant, runId, position) : null;
      if (retryAt !== null) {
        await this.goOnAt(tenant, runId, retryAt);
        return false;
      }
      if (!(await this.item(tenant, runId, position, runId))) return false;
    }
    return true;
  }

  /** So many look-ups or texts at once are not allowed: the run goes on when they are again. */
  private async goOnAt(tenant: DealerTenant, runId: string, at: Date): Promise<void> {
    await this.unitOfWork.run(tenant, (store) =>
      store.jobs.add({ name: 'continue-bulk-run', tenant, runId }, { startAfter: at }),
    );
  }

  /**
   * No transaction is open while the service is asked; its verdict is kept, so that asking again is free.
   * @returns when it may be asked again, where it was asked too often; null where it has answered
   */
  private async lookUp(tenant: DealerTenant, runId: string, position: number): Promise<Date | null> {
    const asked = await this.unitOfWork.run(tenant, (store) => this.numberOf(store, runId, position));
    if (asked === null) return null;
    const checked = await this.commands.execute(new CheckPhone(asked.doer, asked.phone, 'US'));
    return !checked.ok && checked.error.code === 'too_many_requests' ? checked.error.retryAt : null;
  }

  /**
   * Does one item, once; false where the run was stopped meanwhile, or goes on later.
   * @param about items about the same are done one after the other
   */
  private item(tenant: DealerTenant, runId: string, position: number, about: string): Promise<boolean> {
    return this.unitOfWork.runTogether(tenant, about, async (store) => {
      const run = await store.bulkRuns.load(runId);
      if (run?.state !== 'running') return false;
      const item = await store.bulkRuns.take(runId, position);
      if (item === null) return true;
      const outcome = await this.outcomeOf(store, { tenant, actor: run.owner }, run, item);
      if ('retryAt' in outcome) {
        const again = { name: 'continue-bulk-run', tenant, runId } as const;
        await store.jobs.add(again, { startAfter: outcome.retryAt });
        return false;
      }
      await store.bulkRuns.settle(runId, position, { ...outcome, at: this.clock.now() });
      return true;
    });
  }

  /** The number that is to be looked up for an item of a validation; null where there is none. */
  private async numberOf(
    store: Store,
    runId: string,
    position: number,
  ): Promise<{ readonly phone: string; readonly doer: Doer } | null> {
    const run = await store.bulkRuns.load(runId);
    if (run?.state !== 'running') return null;
    const item = await store.bulkRuns.take(runId, position);
    const contactId = item?.contactId ?? null;
    const contact = contactId === null ? null : await store.contacts.load(contactId);
    if (contact === null || contact.facts.lineCheck.result !== 'unchecked') return null;
    const tenant = store.tenant as DealerTenant;
    return { phone: contact.phone, doer: { tenant, actor: run.owner } };
  }

  private outcomeOf(store: Store, doer: Doer, run: BulkRun, item: BulkItem): Promise<Outcome | Later> {
    switch (run.kind) {
      case 'import':
        return this.importRow(store, doer, run, item);
      case 'validate':
        return this.validated(store, item);
      case 'send':
        return this.send(store, doer, run, item);
    }
  }

  /** A row as it can be written now, whatever was found when the import was checked. */
  private async importRow(store: Store, doer: Doer, run: BulkRun, item: BulkItem): Promise<Outcome> {
    const { mapping, defaults } = run;
    const { accountNumber } = readCells(item.cells, mapping);
    const known = await store.sites.knownByAccount(accountNumber === undefined ? [] : [accountNumber]);
    const checker = new ImportChecker(mapping, defaults ?? { country: 'US', timeZone: 'UTC' }, known);
    const row = checker.check(item.cells);
    if (row.verdict === 'on_list') return skipped('on_list', null, row.siteId);
    if (row.verdict === 'refused' || row.contact === null) {
      return failed({ kind: 'fields', errors: row.errors });
    }
    const at = this.clock.now();
    const site =
      row.newSite === null
        ? { ok: true as const, value: { id: row.siteId ?? '' } }
        : await createSiteIn(store, doer, row.newSite, at);
    if (!site.ok) return failed(refused(site.error));
    const contact = await createContactIn(store, doer, site.value.id, row.contact, at);
    return contact.ok
      ? done(contact.value.id, site.value.id)
      : failed(refused(contact.error), null, site.value.id);
  }

  private async validated(store: Store, { contactId }: BulkItem): Promise<Outcome> {
    const contact = contactId === null ? null : await store.contacts.load(contactId);
    if (contact === null) return skipped('gone');
    return contact.facts.lineCheck.result === 'unchecked'
      ? failed({ kind: 'note', note: 'not_checked' }, contact.id, contact.siteId)
      : done(contact.id, contact.siteId);
  }

  /** Only who has had no text is sent one: whoever was texted meanwhile is not texted twice. */
  private async send(
    store: Store,
    doer: Doer,
    run: BulkRun,
    { contactId }: BulkItem,
  ): Promise<Outcome | Later> {
    const contact = contactId === null ? null : await store.contacts.load(contactId);
    if (contact === null || run.permission === null) return skipped('gone');
    const at = this.clock.now();
    const { id, siteId } = contact;
    if (!isForBulkSend(contact.facts, at)) {
      return skipped('texted_meanwhile', id, siteId);
    }
    const { permission } = run;
    const request = { ...doer, contactId: id, permission, insist: false, lane: 'bulk' } as const;
    const sent = await sendWelcomeIn(store, request, at);
    if (sent.ok) return done(id, siteId);
    const isUsedUp = sent.error.code === 'daily_ceiling' && sent.error.of === 'dealer';
    return isUsedUp ? { retryAt: sent.error.retryAt } : failed(refused(sent.error), id, siteId);
  }
}
