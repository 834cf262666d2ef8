import type { Words } from '../en/index.ts';

export const languages: Words['languages'] = { en: 'Inglés', es: 'Español', fr: 'Francés', ar: 'Árabe' };
