import type { Words } from '../en/index.ts';

export const createContact: Words['createContact'] = {
  title: 'Créer un contact',
  whoBelongs:
    'Seules les personnes qui peuvent décider ont leur place ici : celles qui peuvent demander une intervention ou faire ignorer l’alarme.',
  submit: 'Créer',
  submitting: 'Création…',
  conflict: (name) => `Ouvrir ${name}`,
};
