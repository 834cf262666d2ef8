import { Module } from '@nestjs/common';
import { AddDealerHandler } from './commands/add-dealer.ts';
import { ChangeCompanyHandler } from './commands/change-company.ts';
import { CompaniesController } from './companies.controller.ts';
import { GetCompanyHandler } from './queries/get-company.ts';
import { ListDealersHandler } from './queries/list-dealers.ts';

@Module({
  controllers: [CompaniesController],
  providers: [ChangeCompanyHandler, AddDealerHandler, GetCompanyHandler, ListDealersHandler],
})
export class CompaniesModule {}
