import { defineEntity, p } from '@mikro-orm/core';

export const IdempotencyKeyRow = defineEntity({
  name: 'IdempotencyKeyRow',
  tableName: 'idempotency_key',
  properties: {
    companyId: p.uuid().primary(),
    dealerId: p.uuid().primary(),
    key: p.text().primary(),
    fingerprint: p.blob(),
    begunAt: p.datetime(),
    carriedOut: p.boolean(),
    status: p.integer().nullable(),
    answer: p.json<unknown>().nullable(),
  },
});
