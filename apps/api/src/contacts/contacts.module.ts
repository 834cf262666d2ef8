import { Module } from '@nestjs/common';
import { ChangeContactHandler } from './commands/change-contact.ts';
import { ChangeSlotsHandler } from './commands/change-slots.ts';
import { CreateContactHandler } from './commands/create-contact.ts';
import { RemoveContactHandler } from './commands/remove-contact.ts';
import { RestoreContactHandler } from './commands/restore-contact.ts';
import { ValidateContactHandler } from './commands/validate-contact.ts';
import { ContactChangesController } from './contact-changes.controller.ts';
import { ContactsController } from './contacts.controller.ts';
import { GetContactHandler } from './queries/get-contact.ts';
import { GetTimelineHandler } from './queries/get-timeline.ts';
import { ListContactsHandler } from './queries/list-contacts.ts';
import { ListSlotsHandler } from './queries/list-slots.ts';

@Module({
  controllers: [ContactsController, ContactChangesController],
  providers: [
    CreateContactHandler,
    ValidateContactHandler,
    ChangeContactHandler,
    RemoveContactHandler,
    RestoreContactHandler,
    ChangeSlotsHandler,
    GetContactHandler,
    GetTimelineHandler,
    ListContactsHandler,
    ListSlotsHandler,
  ],
})
export class ContactsModule {}
