import { randomUUIDv7 } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ImportChecker, type CheckedRow, type ImportDefaults } from '@keyholder/domain/bulk/import-check';
import { guessMapping, readCells, type ImportMapping } from '@keyholder/domain/bulk/import-fields';
import type { BulkItem } from '@keyholder/domain/bulk/bulk-run-repository';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { actorOf, type Caller } from '../../ports/caller.ts';
import { Clock } from '../../ports/clock.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Store } from '../../ports/unit-of-work.ts';

/** A dealer begins an import: names the file and its columns. */
export class BeginImport extends Command<{ readonly id: string }> {
  constructor(
    readonly caller: Caller,
    readonly fileName: string,
    readonly columns: readonly string[],
  ) {
    super();
  }
}

/** A dealer gives rows of the file, by their numbers; those that were given before are replaced. */
export class GiveImportRows extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly importId: string,
    readonly first: number,
    readonly rows: readonly (readonly string[])[],
  ) {
    super();
  }
}

/** A dealer says what the columns hold; every row is checked as it would be written. */
export class CheckImport extends Command<Result<void, Refusal>> {
  constructor(
    readonly caller: Caller,
    readonly importId: string,
    readonly mapping: ImportMapping,
    readonly defaults: ImportDefaults,
  ) {
    super();
  }
}

@CommandHandler(BeginImport)
export class BeginImportHandler implements ICommandHandler<BeginImport> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute({ caller, fileName, columns }: BeginImport): Promise<{ readonly id: string }> {
    const id = randomUUIDv7();
    const at = this.clock.now();
    return this.unitOfWork.run(caller.tenant, async (store) => {
      await store.bulkRuns.add({
        id,
        kind: 'import',
        state: 'draft',
        owner: { kind: caller.kind, id: caller.id, name: caller.name },
        createdAt: at,
        permission: null,
        fileName,
        columns,
        mapping: guessMapping(columns),
        defaults: null,
      });
      store.audit.add({ actor: actorOf(caller), action: 'import.begun', detail: { runId: id }, at });
      return { id };
    });
  }
}

const loadDraft = async (store: Store, id: string): Promise<Result<true, Refusal>> => {
  const run = await store.bulkRuns.load(id);
  if (run?.kind !== 'import') return err({ code: 'not_found', what: 'run' });
  return run.state === 'draft' ? ok(true) : err({ code: 'not_a_draft' });
};

@CommandHandler(GiveImportRows)
export class GiveImportRowsHandler implements ICommandHandler<GiveImportRows> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ caller, importId, first, rows }: GiveImportRows): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const draft = await loadDraft(store, importId);
      if (!draft.ok) return draft;
      const items = rows.map((cells, index) => ({ position: first + index, cells, contactId: null }));
      await store.bulkRuns.putItems(importId, items);
      return ok(undefined);
    });
  }
}

/** Rows that are read and checked at once. */
const CHUNK = 500;

/** What the report keeps of a checked row. */
const reportOf = (row: CheckedRow, item: BulkItem, mapping: ImportMapping): Record<string, unknown> => {
  const cells = readCells(item.cells, mapping);
  return {
    accountNumber: row.accountNumber,
    siteName: row.newSite?.name ?? null,
    name: row.contact?.name ?? cells.name ?? null,
    phone: row.contact?.phone.national ?? cells.phone ?? null,
    errors: row.errors,
    notes: row.notes,
  };
};

@CommandHandler(CheckImport)
export class CheckImportHandler implements ICommandHandler<CheckImport> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ caller, importId, mapping, defaults }: CheckImport): Promise<Result<void, Refusal>> {
    return this.unitOfWork.run(caller.tenant, async (store): Promise<Result<void, Refusal>> => {
      const draft = await loadDraft(store, importId);
      if (!draft.ok) return draft;
      await store.bulkRuns.setMapping(importId, mapping, defaults);
      const accounts = new Set<string>();
      await this.eachChunk(store, importId, (items) => {
        for (const { cells } of items) {
          const { accountNumber } = readCells(cells, mapping);
          if (accountNumber !== undefined) accounts.add(accountNumber);
        }
        return Promise.resolve();
      });
      const checker = new ImportChecker(mapping, defaults, await store.sites.knownByAccount([...accounts]));
      await this.eachChunk(store, importId, (items) =>
        store.bulkRuns.putVerdicts(
          importId,
          items.map((item) => {
            const row = checker.check(item.cells);
            return { position: item.position, verdict: row.verdict, report: reportOf(row, item, mapping) };
          }),
        ),
      );
      return ok(undefined);
    });
  }

  private async eachChunk(
    store: Store,
    importId: string,
    work: (items: readonly BulkItem[]) => Promise<void>,
  ): Promise<void> {
    let position = 1;
    for (;;) {
      const items = await store.bulkRuns.itemsFrom(importId, position, CHUNK);
      const last = items.at(-1);
      if (last === undefined) return;
      await work(items);
      position = last.position + 1;
    }
  }
}
