import { Module } from '@nestjs/common';
import { CreateContactHandler } from './commands/create-contact.ts';
import { ValidateContactHandler } from './commands/validate-contact.ts';
import { ContactsController } from './contacts.controller.ts';
import { GetContactHandler } from './queries/get-contact.ts';
import { GetTimelineHandler } from './queries/get-timeline.ts';
import { ListContactsHandler } from './queries/list-contacts.ts';

@Module({
  controllers: [ContactsController],
  providers: [
    CreateContactHandler,
    ValidateContactHandler,
    GetContactHandler,
    GetTimelineHandler,
    ListContactsHandler,
  ],
})
export class ContactsModule {}
