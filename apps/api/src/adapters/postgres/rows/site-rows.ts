import { defineEntity, p } from '@mikro-orm/core';

export const SiteRow = defineEntity({
  name: 'SiteRow',
  tableName: 'site',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    name: p.text(),
    accountNumber: p.text(),
    subscriberName: p.text().nullable(),
    address: p.text().nullable(),
    country: p.text(),
    timeZone: p.text(),
    language: p.text().nullable(),
    minimumReachable: p.integer(),
    contactLabel: p.text(),
    version: p.integer(),
    createdAt: p.datetime(),
    archivedAt: p.datetime().nullable(),
  },
});
