import type { ItemReason } from '@keyholder/domain/bulk/item-reason';
import { defineEntity, p } from '@mikro-orm/core';

export const BulkRunRow = defineEntity({
  name: 'BulkRunRow',
  tableName: 'bulk_run',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    kind: p.text(),
    state: p.text(),
    owner: p.json<Record<string, unknown>>(),
    permission: p.text().nullable(),
    fileName: p.text().nullable(),
    columns: p.json<string[]>(),
    mapping: p.json<Record<string, number>>(),
    defaults: p.json<Record<string, string>>().nullable(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});

export const BulkItemRow = defineEntity({
  name: 'BulkItemRow',
  tableName: 'bulk_item',
  properties: {
    runId: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    position: p.integer(),
    cells: p.json<string[]>(),
    verdict: p.text().nullable(),
    report: p.json<Record<string, unknown>>().nullable(),
    state: p.text(),
    contactId: p.uuid().nullable(),
    siteId: p.uuid().nullable(),
    /** Of items that are older than reasons. */
    words: p.text().nullable(),
    reason: p.json<ItemReason>().nullable(),
    settledAt: p.datetime().nullable(),
  },
});

export const ContactExportRow = defineEntity({
  name: 'ContactExportRow',
  tableName: 'contact_export',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    siteId: p.uuid().nullable(),
    since: p.datetime().nullable(),
    until: p.datetime(),
    madeBy: p.text(),
  },
});
