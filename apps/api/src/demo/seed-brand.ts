import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BrandAssetRow, BrandKeyRow, CompanySenderRow } from '../adapters/postgres/rows/brand-rows.ts';
import { BrandRow, BrandVersionRow } from '../adapters/postgres/rows/tenant-rows.ts';
import type { PagePublisher } from '../ports/page-publisher.ts';
import type { PreparedBrand } from './demo-brand.ts';

const valueOf = (sender: TextSenderIdentity): string => (sender.kind === 'number' ? sender.e164 : sender.sid);

/** Sets a sender up for a company. */
const addSender = (
  em: EntityManager,
  companyId: string,
  sender: TextSenderIdentity,
  brandId: string | null,
  at: Date,
): void => {
  em.create(CompanySenderRow, {
    value: valueOf(sender),
    companyId,
    kind: sender.kind,
    numbers: sender.kind === 'number' ? [sender.e164] : [],
    brandId,
    addedAt: at,
  });
};

/** Publishes a demo brand and writes it down, with its files and senders; `spare` is a sender for a second brand. */
export const seedBrand = async (
  em: EntityManager,
  { page, texts, draft, assets }: PreparedBrand,
  ids: { readonly companyId: string; readonly brandId: string; readonly spare: string | null },
  publisher: PagePublisher,
  at: Date,
): Promise<void> => {
  const { companyId, brandId, spare } = ids;
  const { sender } = draft;
  if (sender === null) throw new Error('A demo brand needs a sender.');
  await publisher.publish(page, []);
  em.create(BrandRow, {
    id: brandId,
    companyId,
    brandKey: page.brandKey,
    name: draft.name,
    publishedVersion: page.version,
    linkOrigin: draft.linkOrigin,
    linkLifeDays: draft.linkLifeDays,
    reminderDays: draft.reminderDays,
    senderKind: sender.kind,
    senderValue: valueOf(sender),
    language: draft.language,
    confirmationText: draft.confirmationText,
    draft,
    liveVersion: page.version,
    liveBuild: publisher.build,
    liveAt: at,
    createdAt: at,
  });
  await em.flush();
  em.create(BrandKeyRow, { brandKey: page.brandKey, companyId, brandId, takenAt: at });
  addSender(em, companyId, sender, brandId, at);
  if (spare !== null) addSender(em, companyId, { kind: 'number', e164: spare }, null, at);
  for (const asset of assets) {
    em.create(BrandAssetRow, { ...asset, companyId, addedBy: null, addedAt: at });
  }
  em.create(BrandVersionRow, {
    companyId,
    brandId,
    version: page.version,
    page,
    texts,
    draft,
    publishedAt: at,
  });
  await em.flush();
};
