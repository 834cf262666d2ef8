import { Module } from '@nestjs/common';
import { BrandFacts } from './brand-facts.ts';
import { BrandFilesController } from './brand-files.controller.ts';
import { BrandsController } from './brands.controller.ts';
import { AssignBrandHandler } from './commands/assign-brand.ts';
import { ChangeBrandKeyHandler } from './commands/change-brand-key.ts';
import { CheckLinkHostHandler } from './commands/check-link-host.ts';
import { CreateBrandHandler } from './commands/create-brand.ts';
import { EditDraftHandler } from './commands/edit-draft.ts';
import { PublishDraftHandler, RollBackHandler } from './commands/publish-draft.ts';
import { ShowDraftHandler } from './commands/show-draft.ts';
import { TakeUploadHandler } from './commands/take-upload.ts';
import { DraftsController } from './drafts.controller.ts';
import { GetBrandHandler } from './queries/get-brand.ts';
import { GetDraftPageHandler } from './queries/get-draft-page.ts';
import { ListBrandsHandler } from './queries/list-brands.ts';
import { ListVersionsHandler } from './queries/list-versions.ts';

@Module({
  controllers: [BrandsController, BrandFilesController, DraftsController],
  providers: [
    BrandFacts,
    CreateBrandHandler,
    EditDraftHandler,
    PublishDraftHandler,
    RollBackHandler,
    ChangeBrandKeyHandler,
    AssignBrandHandler,
    CheckLinkHostHandler,
    TakeUploadHandler,
    ShowDraftHandler,
    GetBrandHandler,
    GetDraftPageHandler,
    ListBrandsHandler,
    ListVersionsHandler,
  ],
})
export class BrandingModule {}
