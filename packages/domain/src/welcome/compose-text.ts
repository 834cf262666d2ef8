import type { PublishedBrand } from '../branding/brand-repository.ts';
import type { Locale } from '../branding/locale.ts';
import { firstNameOf } from '../contact/contact-details.ts';
import { displayPhone } from '../phone/phone-number.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { DEFAULT_TEXTS, type TextTemplates } from './default-texts.ts';
import { linkAddress, TOKEN_LENGTH } from './link.ts';
import { judgeSegments, segmentsOf, type Segments } from './segments.ts';
import { LINK_PLACEHOLDER, textTemplate } from './text-template.ts';

/** A text, rendered, with the link still a placeholder; counted with the link in place. */
export interface ComposedText {
  readonly body: string;
  readonly language: Locale;
  readonly segments: Segments;
  /** Whether it carries a link to the page. */
  readonly hasLink: boolean;
}

interface Recipient {
  readonly contact: {
    readonly name: string;
    readonly title: string | null;
    readonly language: Locale | null;
  };
  readonly site: {
    readonly contactLabel: string;
    readonly subscriberName: string | null;
    readonly language: Locale | null;
  };
  readonly dealerName: string;
}

/** The words and the language: the contact's, else the site's, where the brand has pages in it; else the brand's. */
const wordsFor = (
  brand: PublishedBrand,
  { contact, site }: Recipient,
  kind: keyof TextTemplates,
): { readonly template: string; readonly language: Locale } => {
  const spoken = [contact.language, site.language].find(
    (language) => language !== null && brand.page.words[language] !== undefined,
  );
  const language = spoken ?? brand.language;
  return { template: brand.texts[language]?.[kind] ?? DEFAULT_TEXTS[language][kind], language };
};

/** A link of the right length, to count segments before the real one exists. */
const sampleLink = (brand: PublishedBrand): string =>
  linkAddress(brand.linkOrigin, brand.brandKey, 'x'.repeat(TOKEN_LENGTH));

/**
 * Renders one of a brand's texts for a contact.
 * @returns the text, or the segments that are too many to be sent
 */
export const composeText = (
  kind: keyof TextTemplates,
  brand: PublishedBrand,
  recipient: Recipient,
): Result<ComposedText, Segments> => {
  const { contact, site, dealerName } = recipient;
  const { template, language } = wordsFor(brand, recipient, kind);
  const checked = textTemplate(template);
  if (!checked.ok)
    throw new Error(`A published text of brand ${brand.id} is no template: ${checked.error.message}`);
  const body = checked.value.render({
    brand: brand.name,
    namedBy: site.subscriberName ?? dealerName,
    site: site.contactLabel,
    contact: contact.name,
    firstName: firstNameOf(contact.name),
    title: contact.title ?? '',
    phone: displayPhone(brand.page.phone),
    link: LINK_PLACEHOLDER,
  });
  const segments = segmentsOf(withLink(body, sampleLink(brand)));
  if (judgeSegments(segments) === 'refused') return err(segments);
  return ok({
    body,
    language,
    segments,
    hasLink: body.includes(LINK_PLACEHOLDER),
  });
};

/** The text with its link in place. */
export const withLink = (body: string, link: string): string => body.replace(LINK_PLACEHOLDER, () => link);
