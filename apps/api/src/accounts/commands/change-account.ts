import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { Identities } from '../../ports/identities.ts';

/** Somebody says in which language their mails are to be written. */
export class ChangeAccount extends Command<void> {
  constructor(
    readonly personId: string,
    readonly language: ReaderLanguage,
  ) {
    super();
  }
}

@CommandHandler(ChangeAccount)
export class ChangeAccountHandler implements ICommandHandler<ChangeAccount> {
  constructor(private readonly identities: Identities) {}

  execute({ personId, language }: ChangeAccount): Promise<void> {
    return this.identities.setLanguage(personId, language);
  }
}
