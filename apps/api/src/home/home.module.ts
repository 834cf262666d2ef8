import { Module } from '@nestjs/common';
import { HomeController } from './home.controller.ts';
import { GetOverviewHandler } from './queries/get-overview.ts';
import { ListWorklistHandler } from './queries/list-worklist.ts';
import { StandingSweeper } from './standing-sweeper.ts';

@Module({
  controllers: [HomeController],
  providers: [GetOverviewHandler, ListWorklistHandler, StandingSweeper],
  exports: [StandingSweeper],
})
export class HomeModule {}
