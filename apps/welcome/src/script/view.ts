import type { ContactState } from './api.ts';
import { language } from './settings.ts';

/** What the page can show, beside `ready`; each has its section in the document. */
export type View =
  | 'ready'
  | 'confirmed'
  | 'already'
  | 'refuse'
  | 'wrong_person'
  | 'not_wanted'
  | 'opted_out'
  | 'expired'
  | 'link_sent'
  | 'too_often'
  | 'unknown'
  | 'no_token';

export const element = (id: string) => document.getElementById(id) as HTMLElement;
export const video = document.querySelector('video');

export const say = (words = '') => {
  element('status').textContent = words;
};

/** Shows one view and takes the reader there, by focus on its heading. */
export const show = (view: View, focus = true) => {
  say();
  for (const part of document.querySelectorAll<HTMLElement>('[data-state]')) {
    part.hidden = !(part.dataset['state'] ?? '').split(' ').includes(view);
  }
  if (video && !video.offsetParent) video.pause();
  if (focus) document.querySelector<HTMLElement>('section:not([hidden]) h1')?.focus();
};

/** Writes the contact's own words into their places; as text, never as markup. */
export const fill = ({
  firstName,
  siteLabel,
  confirmedAt,
  later,
}: Partial<ContactState> & { later?: string }) => {
  const values: Record<string, string | undefined> = {
    firstName,
    siteLabel,
    confirmedAt: confirmedAt
      ? new Date(confirmedAt).toLocaleDateString(language, { year: 'numeric', month: 'long', day: 'numeric' })
      : '',
    later,
  };
  for (const place of document.querySelectorAll<HTMLElement>('[data-fill]')) {
    place.textContent = values[place.dataset['fill'] ?? ''] ?? '';
  }
};
