import type { Tenant } from '@keyholder/domain/shared/tenant';
import type { NewProviderEvent, UnitOfWork } from '../ports/unit-of-work.ts';

/**
 * Keeps a verified webhook, once and with the job that applies it. Done when that is committed, or was before.
 * @param appliedAs whose it is
 */
export const keepProviderEvent = (
  unitOfWork: UnitOfWork,
  appliedAs: Tenant,
  event: NewProviderEvent,
): Promise<void> => {
  const company = { companyId: appliedAs.companyId, dealerId: null };
  return unitOfWork.runTogether(company, event.key, async (store) => {
    const eventId = await store.providerEvents.add(event);
    if (eventId === null) return;
    const job = { tenant: appliedAs, eventId };
    if (event.kind === 'inbound') {
      await store.jobs.add({ name: 'apply-reply', ...job });
      return;
    }
    const { textId } = event.payload;
    await store.jobs.add({
      name: 'apply-provider-event',
      ...job,
      ...(textId === undefined ? {} : { textId }),
    });
  });
};
