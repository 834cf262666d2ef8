import { Module } from '@nestjs/common';
import { AddDealerHandler } from './commands/add-dealer.ts';
import { ChangeCompanyHandler } from './commands/change-company.ts';
import { MakeCompanyHandler } from './commands/make-company.ts';
import { SetUpSenderHandler } from './commands/set-up-sender.ts';
import { CompaniesController } from './companies.controller.ts';
import { PlatformCompaniesController } from './platform-companies.controller.ts';
import { GetCompanyHandler } from './queries/get-company.ts';
import { GetPlatformCompanyHandler } from './queries/get-platform-company.ts';
import { ListDealersHandler } from './queries/list-dealers.ts';
import { ListPlatformCompaniesHandler } from './queries/list-platform-companies.ts';

@Module({
  controllers: [CompaniesController, PlatformCompaniesController],
  providers: [
    ChangeCompanyHandler,
    AddDealerHandler,
    MakeCompanyHandler,
    SetUpSenderHandler,
    GetPlatformCompanyHandler,
    ListPlatformCompaniesHandler,
    GetCompanyHandler,
    ListDealersHandler,
  ],
})
export class CompaniesModule {}
