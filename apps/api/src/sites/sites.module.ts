import { Module } from '@nestjs/common';
import { CreateSiteHandler } from './commands/create-site.ts';
import { GetSiteHandler } from './queries/get-site.ts';
import { ListSitesHandler } from './queries/list-sites.ts';
import { SitesController } from './sites.controller.ts';

@Module({ controllers: [SitesController], providers: [CreateSiteHandler, GetSiteHandler, ListSitesHandler] })
export class SitesModule {}
