import { defineEntity, p } from '@mikro-orm/core';

export const BrandKeyRow = defineEntity({
  name: 'BrandKeyRow',
  tableName: 'brand_key',
  properties: {
    brandKey: p.text().primary(),
    companyId: p.uuid(),
    brandId: p.uuid(),
    takenAt: p.datetime(),
  },
});

export const BrandDraftEditRow = defineEntity({
  name: 'BrandDraftEditRow',
  tableName: 'brand_draft_edit',
  properties: {
    companyId: p.uuid().primary(),
    brandId: p.uuid().primary(),
    version: p.integer().primary(),
    fields: p.array().columnType('text[]'),
    by: p.text().nullable(),
    at: p.datetime(),
  },
});

export const BrandAssetRow = defineEntity({
  name: 'BrandAssetRow',
  tableName: 'brand_asset',
  properties: {
    companyId: p.uuid().primary(),
    id: p.text().primary(),
    kind: p.text(),
    file: p.text(),
    cardPhoto: p.text().nullable(),
    bytes: p.integer(),
    width: p.integer().nullable(),
    height: p.integer().nullable(),
    seconds: p.float().nullable(),
    logo: p.json<object>().nullable(),
    name: p.text(),
    addedBy: p.text().nullable(),
    addedAt: p.datetime(),
  },
});

export const CompanySenderRow = defineEntity({
  name: 'CompanySenderRow',
  tableName: 'company_sender',
  properties: {
    value: p.text().primary(),
    companyId: p.uuid(),
    kind: p.text(),
    numbers: p.array().columnType('text[]'),
    brandId: p.uuid().nullable(),
    addedAt: p.datetime(),
  },
});
