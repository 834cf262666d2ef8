import type { Words } from '../en/index.ts';

export const settings: Words['settings'] = {
  navigation: 'Páginas de ajustes',
  language: {
    title: 'Idioma',
    intro:
      'El idioma del portal en este navegador y de los correos que usted recibe. Lo que leen los contactos depende del idioma del sitio.',
    ofBrowser: (language) => `El que prefiere este navegador (${language})`,
  },
};
