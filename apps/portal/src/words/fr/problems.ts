import type { Words } from '../en/index.ts';

export const problems: Words['problems'] = {
  offline: 'Le serveur est injoignable. Vérifiez votre connexion ; ce que vous avez saisi est toujours là.',
  unreadable: (status) =>
    `Le serveur a donné une réponse illisible (${status}). Rien de votre saisie n’est perdu ; réessayez.`,
  checkFields: 'Certains champs sont à revoir. Chacun dit ce qui serait accepté.',
  canRetry: 'Un nouvel envoi est possible',
  loadFailed: 'Le chargement a échoué',
  crashed: 'Un problème est survenu sur cette page',
  crashedAdvice: 'Rechargez la page. Si cela se reproduit, dites au support ce que vous faisiez.',
  reload: 'Recharger',
  notFound: 'Cette page n’existe pas',
  notFoundAdvice: 'L’adresse est peut-être mal écrite, ou appartient au compte de quelqu’un d’autre.',
  toSites: 'Voir vos sites',
};
