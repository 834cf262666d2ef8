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

export const SiteSearchRow = defineEntity({
  name: 'SiteSearchRow',
  tableName: 'site_search',
  properties: {
    siteId: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    nameKey: p.text(),
    document: p.text(),
    archived: p.boolean(),
  },
});

export const SiteStandingRow = defineEntity({
  name: 'SiteStandingRow',
  tableName: 'site_standing',
  properties: {
    siteId: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    nameKey: p.text(),
    archived: p.boolean(),
    reachable: p.integer(),
    contacts: p.integer(),
    minimum: p.integer(),
    action: p.text().nullable(),
    rank: p.integer().nullable(),
    recheckAt: p.datetime().nullable(),
  },
});

export const ChangedSiteRow = defineEntity({
  name: 'ChangedSiteRow',
  tableName: 'changed_site',
  properties: {
    id: p.bigint('string').primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    siteId: p.uuid(),
  },
});
