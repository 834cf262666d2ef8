import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { HandOverText, HandOverTextHandler } from './commands/hand-over-text.ts';
import { ResolveText, ResolveTextHandler } from './commands/resolve-text.ts';
import { TextSweeper } from './text-sweeper.ts';

@Module({ providers: [HandOverTextHandler, ResolveTextHandler, TextSweeper], exports: [TextSweeper] })
export class TextsModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('hand-over-text', ({ tenant, textId }) => commands.execute(new HandOverText(tenant, textId)));
    jobs.handle('resolve-text', ({ tenant, textId }) => commands.execute(new ResolveText(tenant, textId)));
  }
}
