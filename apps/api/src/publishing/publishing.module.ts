import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { PublishBrand, PublishBrandHandler } from './commands/publish-brand.ts';
import { TemplateRenewal } from './template-renewal.ts';

@Module({ providers: [PublishBrandHandler, TemplateRenewal] })
export class PublishingModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('publish-brand', ({ tenant, brandId }) =>
      commands.execute(new PublishBrand(tenant, brandId)),
    );
  }
}
