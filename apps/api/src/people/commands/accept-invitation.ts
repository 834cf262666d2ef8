import type { ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { err, ok, type FieldError, type Result } from '@keyholder/domain/shared/result';
import { plainLine } from '@keyholder/domain/shared/plain-text';
import { Clock } from '../../ports/clock.ts';
import {
  Identities,
  type AccountRefusal,
  type InvitationHolder,
  type Person,
} from '../../ports/identities.ts';
import type { Refusal } from '../../ports/refusal.ts';
import { UnitOfWork, type Origin } from '../../ports/unit-of-work.ts';

const NAME_MAX = 100;

/**
 * Whoever holds the invitation accepts it. The account of its address gets the role; where there is none, one is made.
 * Nobody is signed in by this.
 */
export class AcceptInvitation extends Command<Result<void, Refusal>> {
  constructor(
    readonly invited: InvitationHolder,
    readonly account: { readonly name?: string | undefined; readonly password?: string | undefined },
    /** What they read. */
    readonly language: ReaderLanguage,
    readonly from: Origin,
  ) {
    super();
  }
}

const ACCEPTED = '10 to 128 characters';
const REFUSED: Readonly<Record<Exclude<AccountRefusal, 'email_taken'>, FieldError>> = {
  password_too_short: {
    field: 'password',
    code: 'too_short',
    message: 'This password is too short.',
    accepted: ACCEPTED,
  },
  password_too_long: {
    field: 'password',
    code: 'too_long',
    message: 'This password is too long.',
    accepted: ACCEPTED,
  },
};

@CommandHandler(AcceptInvitation)
export class AcceptInvitationHandler implements ICommandHandler<AcceptInvitation> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: Identities,
    private readonly clock: Clock,
  ) {}

  async execute({ invited, account, language, from }: AcceptInvitation): Promise<Result<void, Refusal>> {
    const { tenant, invitationId } = invited;
    if (invited.state === 'accepted') return err({ code: 'accepted_already' });
    const invitation = await this.unitOfWork.run(tenant, (store) =>
      store.people.loadInvitation(invitationId),
    );
    if (invitation === null) return err({ code: 'not_found', what: 'invitation' });
    const person = await this.personOf(invitation.email, account, language);
    if (!person.ok) return person;
    const { id: userId, name } = person.value;
    const at = this.clock.now();
    return this.unitOfWork.run(tenant, async (store): Promise<Result<void, Refusal>> => {
      if (!(await store.people.acceptInvitation(invitationId, userId, at))) {
        return err({ code: 'accepted_already' });
      }
      await store.people.add({ userId, role: invitation.role, at });
      const detail = { invitationId, email: invitation.email, role: invitation.role };
      const actor = { kind: 'person', id: userId, name, from } as const;
      store.audit.add({ actor, action: 'invitation.accepted', detail, at });
      return ok(undefined);
    });
  }

  private async personOf(
    email: string,
    account: AcceptInvitation['account'],
    language: ReaderLanguage,
  ): Promise<Result<Person, Refusal>> {
    const known = await this.identities.byEmail(email);
    if (known !== null) return ok(known);
    const name = plainLine(account.name ?? '', 'name', { max: NAME_MAX });
    if (!name.ok) return err({ code: 'invalid_fields', errors: [name.error] });
    const password = account.password ?? '';
    const made = await this.identities.create({ name: name.value, email, password, language });
    if ('person' in made) return ok(made.person);
    if (made.refusal !== 'email_taken') {
      return err({ code: 'invalid_fields', errors: [REFUSED[made.refusal]] });
    }
    // Somebody accepted twice at the same moment.
    const other = await this.identities.byEmail(email);
    return other === null ? err({ code: 'accepted_already' }) : ok(other);
  }
}
