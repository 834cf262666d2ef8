export const languages = { en: 'English', es: 'Spanish', fr: 'French', ar: 'Arabic' };
