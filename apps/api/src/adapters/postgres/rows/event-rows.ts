import { defineEntity, p } from '@mikro-orm/core';

export const ContactEventRow = defineEntity({
  name: 'ContactEventRow',
  tableName: 'contact_event',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    kind: p.text(),
    at: p.datetime(),
    data: p.json<Record<string, unknown>>(),
    position: p.bigint('string').nullable(),
    recordedAt: p.datetime().defaultRaw('now()'),
  },
});

export const WebhookRow = defineEntity({
  name: 'WebhookRow',
  tableName: 'webhook',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid().nullable(),
    url: p.text(),
    description: p.text(),
    kinds: p.array().columnType('text[]'),
    generation: p.integer().default(1),
    overlapUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    createdBy: p.text(),
    disabledAt: p.datetime().nullable(),
    failingSince: p.datetime().nullable(),
    failures: p.integer().default(0),
    pausedUntil: p.datetime().nullable(),
    lastTakenAt: p.datetime().nullable(),
  },
});

export const WebhookDeliveryRow = defineEntity({
  name: 'WebhookDeliveryRow',
  tableName: 'webhook_delivery',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    webhookId: p.uuid(),
    eventId: p.uuid(),
    state: p.text().default('waiting'),
    tries: p.integer().default(0),
    since: p.datetime(),
    triedAt: p.datetime().nullable(),
    status: p.integer().nullable(),
    cause: p.text().nullable(),
  },
});
