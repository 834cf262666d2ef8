import { storedReaderLanguage, type ReaderLanguage } from '@keyholder/domain/words/reader-language';
import { isAPIError } from 'better-auth/api';
import type { Pool } from 'pg';
import { Identities, type AccountRefusal, type Person } from '../../ports/identities.ts';
import { PASSWORD_MAX, PASSWORD_MIN, type Auth } from './auth.ts';

interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly twoFactorEnabled: boolean | null;
  readonly language: string | null;
}

const personOf = ({ id, name, email, twoFactorEnabled, language }: UserRow): Person => ({
  id,
  name,
  email,
  hasSecondFactor: twoFactorEnabled === true,
  language: storedReaderLanguage(language),
});

const COLUMNS = 'id, name, email, "twoFactorEnabled", language';

/** The people, as better-auth keeps them. */
export class BetterAuthIdentities extends Identities {
  /** @param accountMaker lets accounts be made */
  constructor(
    private readonly accountMaker: Auth,
    private readonly pool: Pool,
  ) {
    super();
  }

  async byEmail(email: string): Promise<Person | null> {
    const { rows } = await this.pool.query<UserRow>(`select ${COLUMNS} from "user" where email = $1`, [
      email.toLowerCase(),
    ]);
    return rows[0] === undefined ? null : personOf(rows[0]);
  }

  async byIds(ids: readonly string[]): Promise<readonly Person[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.pool.query<UserRow>(
      `select ${COLUMNS} from "user" where id::text = any ($1)`,
      [[...ids]],
    );
    return rows.map(personOf);
  }

  async create(
    person: Parameters<Identities['create']>[0],
  ): Promise<{ readonly person: Person } | { readonly refusal: AccountRefusal }> {
    const { name, password, language } = person;
    const email = person.email.toLowerCase();
    if (password.length < PASSWORD_MIN) return { refusal: 'password_too_short' };
    if (password.length > PASSWORD_MAX) return { refusal: 'password_too_long' };
    try {
      const { user } = await this.accountMaker.api.signUpEmail({ body: { name, email, password } });
      const context = await this.accountMaker.$context;
      await context.internalAdapter.updateUser(user.id, { emailVerified: true, language });
      // Making an account opens a session as well; nobody holds it.
      await this.pool.query('delete from session where "userId" = $1', [user.id]);
      return { person: { id: user.id, name, email, hasSecondFactor: false, language } };
    } catch (error) {
      if (isAPIError(error) && error.status === 'UNPROCESSABLE_ENTITY') return { refusal: 'email_taken' };
      throw error;
    }
  }

  async setLanguage(personId: string, language: ReaderLanguage): Promise<void> {
    await this.pool.query('update "user" set language = $2 where id::text = $1', [personId, language]);
  }

  async learnLanguage(personId: string, language: ReaderLanguage): Promise<void> {
    await this.pool.query('update "user" set language = $2 where id::text = $1 and language is null', [
      personId,
      language,
    ]);
  }
}
