import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountsModule } from './accounts/accounts.module.ts';
import { ApiKeysModule } from './api-keys/api-keys.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CompaniesModule } from './companies/companies.module.ts';
import { BrandingModule } from './branding/branding.module.ts';
import { BulkModule } from './bulk/bulk.module.ts';
import { ContactsModule } from './contacts/contacts.module.ts';
import { EvidenceModule } from './evidence/evidence.module.ts';
import { AccessGuard } from './http/access.guard.ts';
import { HealthController } from './http/health.controller.ts';
import { HomeModule } from './home/home.module.ts';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { EtagInterceptor } from './http/versions.ts';
import { LiveModule } from './live/live.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PhoneChecksModule } from './phone-checks/phone-checks.module.ts';
import { ProviderEventsModule } from './provider-events/provider-events.module.ts';
import { PublishingModule } from './publishing/publishing.module.ts';
import { RepliesModule } from './replies/replies.module.ts';
import { SitesModule } from './sites/sites.module.ts';
import { SupportModule } from './support/support.module.ts';
import { TextsModule } from './texts/texts.module.ts';
import { WebhooksModule } from './webhooks/webhooks.module.ts';
import { WelcomePageModule } from './welcome-page/welcome-page.module.ts';
import { WelcomeModule } from './welcome/welcome.module.ts';

/** Everything that can be asked and done. The adapters come from `AdaptersModule`. */
@Module({
  imports: [
    CqrsModule.forRoot(),
    AccountsModule,
    HomeModule,
    PeopleModule,
    ApiKeysModule,
    AuditModule,
    CompaniesModule,
    BulkModule,
    SitesModule,
    ContactsModule,
    PhoneChecksModule,
    WelcomeModule,
    WelcomePageModule,
    LiveModule,
    TextsModule,
    ProviderEventsModule,
    PublishingModule,
    BrandingModule,
    RepliesModule,
    SupportModule,
    EvidenceModule,
    WebhooksModule,
  ],
  controllers: [HealthController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    // Before the one that answers repeated requests, so that their answers carry an ETag too.
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class ApiModule {}
