import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DealerTenant } from '../ports/caller.ts';
import { JobRunner } from '../ports/jobs.ts';
import { BulkController } from './bulk.controller.ts';
import { ContinueBulkRun, ContinueBulkRunHandler } from './commands/continue-bulk-run.ts';
import { BeginImportHandler, CheckImportHandler, GiveImportRowsHandler } from './commands/prepare-import.ts';
import { ResumeBulkRunHandler, StartBulkRunHandler, StopBulkRunHandler } from './commands/run-bulk.ts';
import { MakeExportHandler } from './commands/make-export.ts';
import { ExportsController } from './exports.controller.ts';
import { ImportsController } from './imports.controller.ts';
import { GetExportFileHandler, GetExportHandler } from './queries/get-export.ts';
import { GetBulkRunHandler, ListBulkRunsHandler } from './queries/get-bulk-run.ts';
import { ListBulkItemsHandler } from './queries/list-bulk-items.ts';
import { PreviewBulkHandler } from './queries/preview-bulk.ts';

@Module({
  controllers: [BulkController, ImportsController, ExportsController],
  providers: [
    BeginImportHandler,
    GiveImportRowsHandler,
    CheckImportHandler,
    StartBulkRunHandler,
    ResumeBulkRunHandler,
    StopBulkRunHandler,
    ContinueBulkRunHandler,
    GetBulkRunHandler,
    ListBulkRunsHandler,
    ListBulkItemsHandler,
    PreviewBulkHandler,
    MakeExportHandler,
    GetExportHandler,
    GetExportFileHandler,
  ],
})
export class BulkModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('continue-bulk-run', ({ tenant, runId }) =>
      commands.execute(new ContinueBulkRun(tenant as DealerTenant, runId)),
    );
  }
}
