import { defineEntity, p } from '@mikro-orm/core';

export const SupportCaseRow = defineEntity({
  name: 'SupportCaseRow',
  tableName: 'support_case',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    siteId: p.uuid(),
    contactId: p.uuid(),
    state: p.text().default('open'),
    disputedCheck: p.boolean(),
    bundle: p.json<Record<string, unknown>>(),
    openedAt: p.datetime(),
    openedBy: p.text(),
    openedById: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    closedBy: p.text().nullable(),
  },
});

export const SupportNoteRow = defineEntity({
  name: 'SupportNoteRow',
  tableName: 'support_note',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    caseId: p.uuid(),
    body: p.text(),
    by: p.text().nullable(),
    fromSupport: p.boolean().default(false),
    at: p.datetime(),
  },
});
