import type { Words } from '../en/index.ts';

export const createContact: Words['createContact'] = {
  title: 'Créer un contact',
  whoBelongs:
    'Seules les personnes qui peuvent décider ont leur place ici : celles qui peuvent demander une intervention ou faire ignorer l’alarme.',
  submit: 'Créer',
  submitting: 'Création…',
  conflict: (name) => `Ouvrir ${name}`,
  submitAndSend: 'Accord donné de vive voix ou au téléphone : créer et envoyer',
  copy: 'Copier depuis un autre site',
  copySearch: 'Nom ou téléphone de la personne',
  copyHint: 'Cherche dans les listes de vos autres sites. Le rang reste libre.',
  copyNobody: 'Personne de tel sur un autre site.',
  copyFound: (count) => (count === 1 ? '1 personne trouvée.' : `${count} personnes trouvées.`),
  copying: 'Copie…',
  copied: (name) => `${name} a été copié dans le formulaire.`,
  copyNot: 'Ne pas copier',
};
