import { Module } from '@nestjs/common';
import { AddDealerHandler } from './commands/add-dealer.ts';
import { ChangeCompanyHandler } from './commands/change-company.ts';
import { MakeCompanyHandler } from './commands/make-company.ts';
import { CompaniesController } from './companies.controller.ts';
import { PlatformCompaniesController } from './platform-companies.controller.ts';
import { GetCompanyHandler } from './queries/get-company.ts';
import { ListDealersHandler } from './queries/list-dealers.ts';

@Module({
  controllers: [CompaniesController, PlatformCompaniesController],
  providers: [
    ChangeCompanyHandler,
    AddDealerHandler,
    MakeCompanyHandler,
    GetCompanyHandler,
    ListDealersHandler,
  ],
})
export class CompaniesModule {}
