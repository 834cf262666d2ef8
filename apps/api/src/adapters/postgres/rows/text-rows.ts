import { defineEntity, p } from '@mikro-orm/core';

export const TextMessageRow = defineEntity({
  name: 'TextMessageRow',
  tableName: 'text_message',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    brandId: p.uuid(),
    brandVersion: p.integer(),
    siteId: p.uuid(),
    contactId: p.uuid(),
    kind: p.text(),
    lane: p.text(),
    tryNumber: p.integer().default(1),
    retryOf: p.uuid().nullable(),
    wantedAt: p.datetime().nullable(),
    phone: p.text(),
    language: p.text(),
    body: p.text(),
    linkId: p.uuid().nullable(),
    senderKind: p.text(),
    senderValue: p.text(),
    encoding: p.text(),
    segments: p.integer(),
    permission: p.text().nullable(),
    insisted: p.boolean().default(false),
    requestedBy: p.text().nullable(),
    state: p.text(),
    reason: p.text().nullable(),
    providerCode: p.text().nullable(),
    providerId: p.text().nullable(),
    holdReason: p.text().nullable(),
    holdUntil: p.datetime().nullable(),
    postponed: p.integer().default(0),
    dueAt: p.datetime(),
    queuedAt: p.datetime(),
    claimedAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
    failedAt: p.datetime().nullable(),
    uncertainAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    polledAt: p.datetime().nullable(),
    reminderDecidedAt: p.datetime().nullable(),
  },
});

export const LinkRow = defineEntity({
  name: 'LinkRow',
  tableName: 'link',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    contactId: p.uuid(),
    phone: p.text(),
    generation: p.integer(),
    kid: p.text(),
    tokenHash: p.blob(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

export const ReplyRow = defineEntity({
  name: 'ReplyRow',
  tableName: 'reply',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    contactId: p.uuid(),
    phone: p.text(),
    body: p.text(),
    meaning: p.text(),
    warning: p.text().nullable(),
    providerId: p.text(),
    at: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});

export const ProviderEventRow = defineEntity({
  name: 'ProviderEventRow',
  tableName: 'provider_event',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    kind: p.text(),
    payload: p.json<Record<string, string>>(),
    receivedAt: p.datetime(),
    appliedAt: p.datetime().nullable(),
  },
});

export const ProviderEventKeyRow = defineEntity({
  name: 'ProviderEventKeyRow',
  tableName: 'provider_event_key',
  properties: { key: p.text().primary(), receivedAt: p.datetime() },
});
