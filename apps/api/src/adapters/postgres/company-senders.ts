import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Tables } from './rows/index.ts';
import { tenantSession } from './tenant-session.ts';

/**
 * Sets a sender up for a company.
 * @param numbers that texts come from, E.164
 * @returns false where it is set up already, whoever has it
 */
export const setUpSender = async (
  orm: MikroORM,
  companyId: string,
  sender: TextSenderIdentity,
  numbers: readonly string[],
  at: Date,
): Promise<boolean> => {
  const session = tenantSession({ companyId, dealerId: null });
  const added = await orm.em.fork({ session }).transactional((em) =>
    em
      .getKysely<Tables>()
      .insertInto('company_sender')
      .values({
        value: sender.kind === 'number' ? sender.e164 : sender.sid,
        company_id: companyId,
        kind: sender.kind,
        numbers: [...numbers],
        added_at: at,
      })
      .onConflict((conflict) => conflict.column('value').doNothing())
      .returning('value')
      .executeTakeFirst(),
  );
  return added !== undefined;
};
