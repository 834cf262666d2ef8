import { defineEntity, p } from '@mikro-orm/core';

export const IdempotencyKeyRow = defineEntity({
  name: 'IdempotencyKeyRow',
  tableName: 'idempotency_key',
  properties: {
    companyId: p.uuid().primary(),
    /** Null: a request for the company as a whole. */
    dealerId: p.uuid().primary().nullable(),
    key: p.text().primary(),
    fingerprint: p.blob(),
    begunAt: p.datetime(),
    carriedOut: p.boolean(),
    status: p.integer().nullable(),
    answer: p.json<unknown>().nullable(),
  },
});
