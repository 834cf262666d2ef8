import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { HandOverText, HandOverTextHandler } from './commands/hand-over-text.ts';
import { ReleaseHeldTexts, ReleaseHeldTextsHandler } from './commands/release-held-texts.ts';
import { ResolveText, ResolveTextHandler } from './commands/resolve-text.ts';
import { GetTextingHandler } from './queries/get-texting.ts';
import { TextSweeper } from './text-sweeper.ts';
import { TextingController } from './texting.controller.ts';

@Module({
  controllers: [TextingController],
  providers: [
    HandOverTextHandler,
    ResolveTextHandler,
    ReleaseHeldTextsHandler,
    GetTextingHandler,
    TextSweeper,
  ],
  exports: [TextSweeper],
})
export class TextsModule {
  constructor(jobs: JobRunner, commands: CommandBus) {
    jobs.handle('hand-over-text', ({ tenant, textId }) => commands.execute(new HandOverText(tenant, textId)));
    jobs.handle('resolve-text', ({ tenant, textId }) => commands.execute(new ResolveText(tenant, textId)));
    jobs.handle('release-held-texts', ({ tenant, brandId }) =>
      commands.execute(new ReleaseHeldTexts(tenant, brandId)),
    );
  }
}
