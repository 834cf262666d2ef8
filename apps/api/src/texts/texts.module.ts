import { Module } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { JobRunner } from '../ports/jobs.ts';
import { Rounds } from '../ports/rounds.ts';
import { HandOverText, HandOverTextHandler } from './commands/hand-over-text.ts';
import { ReleaseHeldTexts, ReleaseHeldTextsHandler } from './commands/release-held-texts.ts';
import { ResolveText, ResolveTextHandler } from './commands/resolve-text.ts';
import { ChangeTextingSettingsHandler } from './commands/change-texting-settings.ts';
import { GetTextingSettingsHandler } from './queries/get-texting-settings.ts';
import { GetTextingHandler } from './queries/get-texting.ts';
import { TextSweeper } from './text-sweeper.ts';
import { TextingController } from './texting.controller.ts';

const SWEEP_EVERY_MS = 15_000;

@Module({
  controllers: [TextingController],
  providers: [
    HandOverTextHandler,
    ResolveTextHandler,
    ReleaseHeldTextsHandler,
    GetTextingHandler,
    GetTextingSettingsHandler,
    ChangeTextingSettingsHandler,
    TextSweeper,
  ],
})
export class TextsModule {
  constructor(jobs: JobRunner, commands: CommandBus, rounds: Rounds, sweeper: TextSweeper) {
    rounds.every(SWEEP_EVERY_MS, () => sweeper.sweep());
    jobs.handle('hand-over-text', ({ tenant, textId }) => commands.execute(new HandOverText(tenant, textId)));
    jobs.handle('resolve-text', ({ tenant, textId }) => commands.execute(new ResolveText(tenant, textId)));
    jobs.handle('release-held-texts', ({ tenant, brandId }) =>
      commands.execute(new ReleaseHeldTexts(tenant, brandId)),
    );
  }
}
