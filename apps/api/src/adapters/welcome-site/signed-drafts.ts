import { createHmac, timingSafeEqual } from 'node:crypto';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { renderPreview } from '@keyholder/welcome';
import { deriveKey } from '../../derive-key.ts';
import { DraftsOnShow, type DraftTicket, type DraftView } from '../../ports/drafts-on-show.ts';

/** UUIDs as 22 characters: an address of pages has its limits. */
const short = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
const long = (id: string): string =>
  Buffer.from(id, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
const ID = /^[\w-]{22}$/u;

/** Tickets are signed, not kept: `<company>.<brand>.<seconds since 1970>.<signature>`. */
export class SignedDrafts extends DraftsOnShow {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly origin: string | null,
  ) {
    super();
    this.key = deriveKey(secret, 'draft-preview:1');
  }

  override address({ companyId, brandId, expiresAt }: DraftTicket): string | null {
    if (this.origin === null) return null;
    const said = `${short(companyId)}.${short(brandId)}.${Math.floor(expiresAt.getTime() / 1000)}`;
    return `${this.origin}/preview/${said}.${this.sign(said)}`;
  }

  override read(token: string, now: Date): DraftTicket | null {
    const [company = '', brand = '', seconds = '', signature = ''] = token.split('.');
    if (!ID.test(company) || !ID.test(brand) || !/^\d{1,12}$/u.test(seconds)) return null;
    const right = Buffer.from(this.sign(`${company}.${brand}.${seconds}`));
    const given = Buffer.from(signature);
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const expiresAt = new Date(Number(seconds) * 1000);
    return expiresAt > now ? { companyId: long(company), brandId: long(brand), expiresAt } : null;
  }

  override render(page: BrandPage, token: string, view: DraftView): Promise<string> {
    return renderPreview(page, { ...view, base: `/preview/${token}` });
  }

  private sign(said: string): string {
    return createHmac('sha256', this.key).update(said).digest('base64url').slice(0, 22);
  }
}
