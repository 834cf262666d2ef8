import { defineEntity, p } from '@mikro-orm/core';

/*
 * Rows as the database has them: plain columns, no relations, no behaviour. Used to write through the ORM and to
 * type the queries. What they mean is in the domain.
 */

export const CompanyRow = defineEntity({
  name: 'CompanyRow',
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    dailyWelcomeCeiling: p.integer().default(1000),
    /** How long evidence of a removed contact is kept. */
    evidenceYears: p.integer().default(5),
    version: p.integer().default(1),
    createdAt: p.datetime(),
  },
});

export const DealerRow = defineEntity({
  name: 'DealerRow',
  tableName: 'dealer',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    name: p.text(),
    brandId: p.uuid(),
    createdAt: p.datetime(),
    reminderAfterDays: p.integer().nullable().default(3),
    quietFrom: p.text().default('21:00'),
    quietUntil: p.text().default('08:00'),
    recheckAfterDays: p.integer().nullable().default(180),
  },
});

export const MembershipRow = defineEntity({
  name: 'MembershipRow',
  tableName: 'membership',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    /** Null: of the company as a whole. */
    dealerId: p.uuid().nullable(),
    userId: p.text(),
    role: p.text(),
    createdAt: p.datetime(),
  },
});

export const ApiKeyRow = defineEntity({
  name: 'ApiKeyRow',
  tableName: 'api_key',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    name: p.text(),
    prefix: p.text(),
    keyHash: p.blob(),
    scopes: p.array().columnType('text[]').nullable(),
    createdAt: p.datetime(),
    createdBy: p.text().nullable(),
    expiresAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
  },
});

export const BrandRow = defineEntity({
  name: 'BrandRow',
  tableName: 'brand',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid().nullable(),
    brandKey: p.text(),
    name: p.text(),
    publishedVersion: p.integer(),
    linkOrigin: p.text(),
    linkLifeDays: p.integer(),
    senderKind: p.text().nullable(),
    senderValue: p.text().nullable(),
    language: p.text(),
    confirmationText: p.boolean(),
    confirmByReply: p.boolean().default(false),
    providerAnswersKeywords: p.boolean().default(true),
    queueStoppedReason: p.text().nullable(),
    queueStoppedAt: p.datetime().nullable(),
    queueStoppedCode: p.text().nullable(),
    queueProbeTextId: p.uuid().nullable(),
    queueProbes: p.integer().default(0),
    queueNextProbeAt: p.datetime().nullable(),
    queueAnsweredAt: p.datetime().nullable(),
    unanswered: p.integer().default(0),
    repliesSeenUntil: p.datetime().nullable(),
    draft: p.json<object>().nullable(),
    draftVersion: p.integer().default(1),
    reminderDays: p.integer().nullable().default(3),
    linkHost: p.json<object>().nullable(),
    liveVersion: p.integer().nullable(),
    liveBuild: p.text().nullable(),
    liveAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

export const BrandVersionRow = defineEntity({
  name: 'BrandVersionRow',
  tableName: 'brand_version',
  properties: {
    companyId: p.uuid().primary(),
    brandId: p.uuid().primary(),
    version: p.integer().primary(),
    page: p.json<unknown>(),
    texts: p.json<unknown>(),
    publishedAt: p.datetime(),
    publishedBy: p.text().nullable(),
    draft: p.json<object>().nullable(),
    rolledBackTo: p.integer().nullable(),
  },
});

export const InvitationRow = defineEntity({
  name: 'InvitationRow',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid().nullable(),
    role: p.text(),
    email: p.text(),
    tokenHash: p.blob(),
    invitedBy: p.text().nullable(),
    language: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    acceptedBy: p.text().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

export const WelcomeCountRow = defineEntity({
  name: 'WelcomeCountRow',
  tableName: 'welcome_count',
  properties: {
    companyId: p.uuid().primary(),
    dealerId: p.uuid().primary(),
    siteId: p.uuid().primary().nullable(),
    day: p.text().columnType('date').primary(),
    count: p.integer(),
  },
});
