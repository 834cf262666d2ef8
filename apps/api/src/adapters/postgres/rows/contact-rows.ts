import { defineEntity, p } from '@mikro-orm/core';

export const ContactRow = defineEntity({
  name: 'ContactRow',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    siteId: p.uuid(),
    name: p.text(),
    phone: p.text(),
    email: p.text().nullable(),
    emailVerification: p.boolean(),
    title: p.text().nullable(),
    slotNumber: p.integer().nullable(),
    emergencyContact: p.boolean(),
    language: p.text().nullable(),
    version: p.integer(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    numberSince: p.datetime(),
    agreementState: p.text().default('none'),
    agreementAt: p.datetime().nullable(),
    confirmedBy: p.text().nullable(),
    declineReason: p.text().nullable(),
    pageOpenedAt: p.datetime().nullable(),
    watchedPercent: p.integer().default(0),
    numberProvenAt: p.datetime().nullable(),
    bouncedAt: p.datetime().nullable(),
    bounceKind: p.text().nullable(),
    changedAt: p.datetime().defaultRaw('now()'),
  },
});

export const LineCheckRow = defineEntity({
  name: 'LineCheckRow',
  tableName: 'line_check',
  properties: {
    companyId: p.uuid().primary(),
    dealerId: p.uuid().primary(),
    phone: p.text().primary(),
    result: p.text(),
    lineType: p.text().nullable(),
    carrier: p.text().nullable(),
    country: p.text().nullable(),
    checkedAt: p.datetime(),
    id: p.uuid().defaultRaw('gen_random_uuid()'),
    recheckAt: p.datetime().nullable(),
    tries: p.integer().default(0),
  },
});

export const OptOutRow = defineEntity({
  name: 'OptOutRow',
  tableName: 'opt_out',
  properties: {
    companyId: p.uuid().primary(),
    brandId: p.uuid().primary(),
    phone: p.text().primary(),
    optedOut: p.boolean(),
    source: p.text(),
    at: p.datetime(),
    heardAt: p.datetime(),
  },
});

export const RefusedNumberRow = defineEntity({
  name: 'RefusedNumberRow',
  tableName: 'refused_number',
  properties: {
    companyId: p.uuid().primary(),
    dealerId: p.uuid().primary(),
    phone: p.text().primary(),
    siteId: p.uuid().primary(),
    reason: p.text(),
    at: p.datetime(),
    withdrawn: p.boolean().default(false),
  },
});
