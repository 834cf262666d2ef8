import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountsController } from './accounts/accounts.controller.ts';
import { ContactsController } from './contacts/contacts.controller.ts';
import { HealthController } from './http/health.controller.ts';
import { LiveController } from './live/live.controller.ts';
import { PhoneChecksController } from './phone-checks/phone-checks.controller.ts';
import { SitesController } from './sites/sites.controller.ts';
import { WelcomePageController } from './welcome-page/welcome-page.controller.ts';
import { WelcomeController } from './welcome/welcome.controller.ts';

@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [
    AccountsController,
    SitesController,
    ContactsController,
    PhoneChecksController,
    WelcomeController,
    WelcomePageController,
    LiveController,
    HealthController,
  ],
})
export class ApiModule {}
