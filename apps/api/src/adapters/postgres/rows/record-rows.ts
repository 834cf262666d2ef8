import { defineEntity, p } from '@mikro-orm/core';

export const ConsentEvidenceRow = defineEntity({
  name: 'ConsentEvidenceRow',
  tableName: 'consent_evidence',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    dealerId: p.uuid(),
    contactId: p.uuid(),
    /** Set by the database, as the hashes are. */
    seq: p.integer().default(0),
    kind: p.text(),
    at: p.datetime(),
    detail: p.json<Record<string, unknown>>(),
    prevHash: p.blob().nullable(),
    hash: p.blob().default(''),
  },
});

/** That evidence was deleted; written by the database's own function only. */
export const EvidenceDeletionRow = defineEntity({
  name: 'EvidenceDeletionRow',
  tableName: 'evidence_deletion',
  properties: {
    companyId: p.uuid().primary(),
    dealerId: p.uuid(),
    contactId: p.uuid().primary(),
    firstSeq: p.integer(),
    lastSeq: p.integer().primary(),
    lastHash: p.blob(),
    pieces: p.integer(),
    removedAt: p.datetime(),
    keptYears: p.integer(),
    deletedAt: p.datetime(),
    recordedAt: p.datetime(),
  },
});

export const AuditEntryRow = defineEntity({
  name: 'AuditEntryRow',
  tableName: 'audit_entry',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid(),
    /** Null: of the company as a whole. */
    dealerId: p.uuid().nullable(),
    actorKind: p.text(),
    actorId: p.text().nullable(),
    actorName: p.text().nullable(),
    fromAddress: p.text().nullable(),
    userAgent: p.text().nullable(),
    action: p.text(),
    siteId: p.uuid().nullable(),
    contactId: p.uuid().nullable(),
    detail: p.json<Record<string, unknown>>(),
    at: p.datetime(),
  },
});
