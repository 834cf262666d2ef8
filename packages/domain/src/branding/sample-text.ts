import { displayPhone } from '../phone/phone-number.ts';
import { linkAddress, TOKEN_LENGTH } from '../welcome/link.ts';
import { segmentsOf, type Segments } from '../welcome/segments.ts';
import { textTemplate } from '../welcome/text-template.ts';
import type { BrandDraft } from './brand-draft.ts';

/** Values of ordinary length, so that the count is what most texts will have. */
const SAMPLE = {
  namedBy: 'Dana Ortiz',
  site: 'Ortiz Market',
  contact: 'Sam Lee',
  firstName: 'Sam',
  title: 'Owner',
} as const;

/** A text of a draft as it will be sent to somebody of ordinary length. */
export interface SampleText {
  readonly text: string;
  readonly segments: Segments;
}

/** Renders one of a draft's texts with sample values; null where it is no template. */
export const sampleText = (draft: BrandDraft, brandKey: string, template: string): SampleText | null => {
  const link = linkAddress(draft.linkOrigin, brandKey, 'x'.repeat(TOKEN_LENGTH));
  const phone = draft.phone === null ? '' : displayPhone(draft.phone);
  const compiled = textTemplate(template);
  if (!compiled.ok) return null;
  const text = compiled.value.render({ ...SAMPLE, brand: draft.name, phone, link });
  return { text, segments: segmentsOf(text) };
};
