/** Parts of the studio, in the order in which a company goes through them. */
export const SECTIONS = [
  'look',
  'company',
  'words',
  'texts',
  'links',
  'behaviour',
  'check',
  'versions',
] as const;
export type Section = (typeof SECTIONS)[number];

const OF_FIELD: Readonly<Record<string, Section>> = {
  phone: 'company',
  website: 'company',
  privacyUrl: 'company',
  termsUrl: 'company',
  sender: 'links',
  linkOrigin: 'links',
  brandKey: 'links',
  videoRequired: 'behaviour',
  confirmByReply: 'behaviour',
  confirmationText: 'behaviour',
  reminderDays: 'behaviour',
  linkLifeDays: 'behaviour',
  language: 'words',
};

/** The part that holds a field, named as the API spells it. */
export const sectionOf = (field: string): Section => {
  if (/^languages\.\w+\.texts\./u.test(field)) return 'texts';
  if (field.startsWith('languages.')) return 'words';
  return OF_FIELD[field] ?? 'look';
};
