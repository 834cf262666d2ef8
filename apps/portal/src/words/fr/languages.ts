import type { Words } from '../en/index.ts';

export const languages: Words['languages'] = { en: 'Anglais', es: 'Espagnol', fr: 'Français', ar: 'Arabe' };
