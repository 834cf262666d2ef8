import { Module } from '@nestjs/common';
import { ArchiveSiteHandler } from './commands/archive-site.ts';
import { ChangeSiteHandler } from './commands/change-site.ts';
import { CreateSiteHandler } from './commands/create-site.ts';
import { RestoreSiteHandler } from './commands/restore-site.ts';
import { GetRecipientsHandler } from './queries/get-recipients.ts';
import { GetSiteHandler } from './queries/get-site.ts';
import { ListSitesHandler } from './queries/list-sites.ts';
import { SitesController } from './sites.controller.ts';

@Module({
  controllers: [SitesController],
  providers: [
    CreateSiteHandler,
    ChangeSiteHandler,
    ArchiveSiteHandler,
    RestoreSiteHandler,
    GetSiteHandler,
    GetRecipientsHandler,
    ListSitesHandler,
  ],
})
export class SitesModule {}
