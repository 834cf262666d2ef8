import type { Words } from '../en/index.ts';

export const common: Words['common'] = {
  close: 'Fermer',
  optional: 'facultatif',
  accepted: (what) => `Accepté : ${what}.`,
  tryAgain: 'Réessayer',
  loading: 'Chargement…',
  skip: 'Aller au contenu',
  none: 'Aucun',
  keepEditing: 'Continuer',
  draftBack: 'Ce que vous aviez saisi est de retour.',
  discard: 'Abandonner',
  discardQuestion: 'Abandonner ce que vous avez saisi ?',
  cancel: 'Annuler',
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  saved: 'Enregistré.',
  loadingMore: 'Chargement de la suite…',
  showOptions: 'Afficher tous les choix',
  dismiss: 'Masquer',
  pageTitle: (page) => `${page} · Keyholder`,
};
