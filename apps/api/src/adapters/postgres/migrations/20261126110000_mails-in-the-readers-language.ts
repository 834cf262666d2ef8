import { Migration } from '@mikro-orm/migrations';

/** The mail of an invitation is written in a language of its own: whoever gets it may have no account yet. */
export class MailsInTheReadersLanguage extends Migration {
  override up(): void {
    // With a default that stays: the version before, which knows no languages, invites on while it is replaced.
    this.addSql(
      `alter table invitation add column language text not null default 'en' check (language in ('en', 'es', 'fr'))`,
    );
  }

  override down(): void {
    this.addSql('alter table invitation drop column language');
  }
}
