import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrandAsset, LogoFacts } from '@keyholder/domain/branding/brand-asset';
import { newBrandDraft, type BrandDraft } from '@keyholder/domain/branding/brand-draft';
import type { PageVideo } from '@keyholder/domain/branding/brand-page';
import { composeVersion, type ComposedVersion } from '@keyholder/domain/branding/compose-version';
import { editDraft, type DraftEdit } from '@keyholder/domain/branding/draft-edit';
import { LOCALES, type Locale } from '@keyholder/domain/branding/locale';
import type { TextSenderIdentity } from '@keyholder/domain/welcome/text-sender';
import type { MediaFolder } from '../adapters/media/media-folder.ts';
import { mediaDirOfWelcome } from '../adapters/welcome-site/built-in-media.ts';

/** What a demo company decided about its brand. */
export interface DemoBrand {
  readonly key: string;
  readonly edit: DraftEdit & { readonly name: string };
}

/** A demo brand, ready to be written. */
export interface PreparedBrand extends ComposedVersion {
  readonly draft: BrandDraft;
  readonly assets: readonly (BrandAsset & { readonly name: string })[];
}

type Logos = Readonly<
  Record<string, { readonly width: number; readonly height: number; readonly logo: LogoFacts }>
>;

/** Keeps a committed logo as an upload would be kept. */
const logo = async (
  media: MediaFolder,
  companyId: string,
  name: string,
): Promise<PreparedBrand['assets'][number]> => {
  const folder = path.join(mediaDirOfWelcome(), 'demo');
  const known = (JSON.parse(await readFile(path.join(folder, 'logos.json'), 'utf8')) as Logos)[name];
  if (known === undefined) throw new Error(`There is no demo logo ${name}.`);
  const webp = await readFile(path.join(folder, `${name}.webp`));
  const jpg = await readFile(path.join(folder, `${name}.jpg`));
  const file = await media.keep(companyId, webp, 'webp');
  return {
    id: path.parse(file).name,
    kind: 'logo',
    file,
    bytes: webp.length,
    ...known,
    seconds: null,
    cardPhoto: await media.keep(companyId, jpg, 'jpg'),
    name: `${name}.svg`,
  };
};

/** Makes a demo brand as a company would: files, edits, a version. */
export const prepareBrand = async (
  { key, edit }: DemoBrand,
  around: {
    readonly companyId: string;
    readonly media: MediaFolder;
    readonly introductions: Readonly<Partial<Record<Locale, PageVideo>>>;
    readonly linkOrigin: string;
    readonly sender: TextSenderIdentity;
  },
): Promise<PreparedBrand> => {
  const { companyId, media, introductions, linkOrigin, sender } = around;
  const [light, dark] = [
    await logo(media, companyId, `${key}-light`),
    await logo(media, companyId, `${key}-dark`),
  ];
  const blank = newBrandDraft({ name: edit.name, linkOrigin, languages: LOCALES });
  const draft = editDraft(blank, { ...edit, logoLight: light.id, logoDark: dark.id, sender });
  if (!draft.ok) throw new Error(`The demo brand ${key} is not accepted: ${JSON.stringify(draft.error)}`);
  const assets = [light, dark];
  const composed = composeVersion(draft.value, 1, {
    companyId,
    brandKey: key,
    assets: new Map(assets.map((asset) => [asset.id, asset])),
    introductions,
    textNumbers: sender.kind === 'number' ? [sender.e164] : [],
  });
  return { ...composed, draft: draft.value, assets };
};
