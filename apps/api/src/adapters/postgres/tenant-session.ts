import type { Tenant } from '@keyholder/domain/shared/tenant';

/** Session settings that the row-level security policies read. */
export const tenantSession = (tenant: Tenant) => ({
  variables: { 'app.company': tenant.companyId, 'app.dealer': tenant.dealerId ?? '' },
});
