import type { Words } from '../en/index.ts';

export const settings: Words['settings'] = {
  navigation: 'Pages des réglages',
  language: {
    title: 'Langue',
    intro:
      'La langue du portail dans ce navigateur et des e-mails que vous recevez. Ce que lisent les contacts suit la langue du site.',
    ofBrowser: (language) => `Celle que préfère ce navigateur (${language})`,
  },
};
