import { Logger } from '@nestjs/common';
import { nextProbeAt, type QueueStopCause } from '@keyholder/domain/welcome/queue-stop';
import type { Store } from '../ports/unit-of-work.ts';

const logger = new Logger('BrandQueue');

/** Stops a brand's queue: every further text would fail the same way. Nothing where it is stopped already. */
export const stopQueue = async (
  store: Store,
  brandId: string,
  { cause, providerCode }: { readonly cause: QueueStopCause; readonly providerCode: string | null },
  at: Date,
): Promise<void> => {
  const stop = { cause, providerCode, since: at, nextProbeAt: nextProbeAt(cause, 0, at) };
  if (!(await store.brands.stopQueue(brandId, stop))) return;
  // For whoever runs this: nothing else is wrong with these texts.
  logger.error(
    `No text of brand ${brandId} goes out any more: ${cause} (provider's code ${providerCode ?? 'none'}).`,
  );
  store.audit.add({
    actor: { kind: 'system', id: null, name: null },
    action: 'texting.stopped',
    detail: { brandId, cause, providerCode },
    at,
  });
};

/** Lets a brand's texts go out again, also those that were kept back. False where the queue was not stopped. */
export const resumeQueue = async (store: Store, brandId: string): Promise<boolean> => {
  if (!(await store.brands.resumeQueue(brandId))) return false;
  logger.log(`Texts of brand ${brandId} go out again.`);
  const tenant = { companyId: store.tenant.companyId, dealerId: null };
  await store.jobs.add({ name: 'release-held-texts', tenant, brandId });
  return true;
};
