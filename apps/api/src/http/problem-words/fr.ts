import type { ProblemCode, ProblemWords } from './problem-in.ts';

/** What the API refuses, in French. */
export const problemsFr: Readonly<Record<ProblemCode, ProblemWords>> = {
  unauthenticated: {
    title: 'Non connecté',
    detail: 'Connectez-vous, ou envoyez une clé d’API comme "Authorization: Bearer …".',
  },
  forbidden: { title: 'Non permis', detail: 'Votre rôle ou votre clé ne permet pas de faire cela.' },
  'dealer-not-yours': { title: 'Pas à vous', detail: 'Ce distributeur n’existe pas, ou n’est pas le vôtre.' },
  'company-not-yours': {
    title: 'Pas à vous',
    detail: 'Cette entreprise n’existe pas, ou n’est pas la vôtre.',
  },
  'dealer-needed': {
    title: 'Quel distributeur ?',
    detail: 'Vous pouvez agir pour plusieurs : dites pour lequel.',
  },
  'company-needed': {
    title: 'Quelle entreprise ?',
    detail: 'Vous pouvez agir pour plusieurs : dites pour laquelle.',
  },
  'not-found': { title: 'Introuvable', detail: 'Cela n’existe pas, ou n’est pas à vous.' },
  'invalid-fields': { title: 'Certains champs ne peuvent pas être acceptés', detail: null },
  'file-refused': { title: 'Ce fichier ne peut pas être utilisé', detail: null },
  busy: {
    title: 'Pas maintenant',
    detail: 'Il y a beaucoup à faire en ce moment. Réessayez dans un instant.',
  },
  stale: {
    title: 'Changé entre-temps',
    detail: 'Quelqu’un l’a changé entre-temps. Relisez et refaites votre changement s’il vaut encore.',
  },
  'if-match-required': {
    title: 'Quelle version ?',
    detail:
      'Envoyez l’ETag de ce que vous avez lu comme "If-Match", pour que personne n’écrase ce qu’un autre a changé.',
  },
  'phone-taken': {
    title: 'Ce téléphone est déjà sur la liste',
    detail: 'Un autre contact de ce site a ce numéro.',
  },
  'slot-taken': { title: 'Ce rang est pris', detail: 'Un autre contact de ce site a ce rang.' },
  'account-number-taken': {
    title: 'Ce numéro de compte est pris',
    detail: 'Un autre site a ce numéro de compte.',
  },
  'brand-key-taken': { title: 'Cette adresse est prise', detail: 'Une autre marque l’a ou l’a eue.' },
  'preflight-failed': { title: 'Quelque chose empêche de publier', detail: null },
  'never-published': {
    title: 'Cette marque n’a jamais été publiée',
    detail: 'Publiez-la d’abord : sans version publiée il n’y a ni pages ni SMS.',
  },
  'no-preview': {
    title: 'Aucun endroit pour montrer les brouillons',
    detail: 'PREVIEW_URL nomme l’origine qui montre les brouillons ; il n’est pas défini ici.',
  },
  'not-removed': {
    title: 'Ce contact n’est pas retiré',
    detail: 'Il n’y a rien à reprendre, ou le site est archivé : reprenez d’abord le site.',
  },
  'evidence-deleted': {
    title: 'Ce qui prouvait le consentement a été supprimé',
    detail:
      'Ce contact a été retiré il y a si longtemps que les preuves de son consentement ont été supprimées. Ajoutez la personne à nouveau.',
  },
  'member-already': {
    title: 'Cette personne travaille déjà ici',
    detail: 'Cette personne a déjà un rôle ici : changez-le.',
  },
  'invited-already': {
    title: 'Déjà invité',
    detail: 'Une invitation à cette adresse est ouverte : renvoyez-la, ou retirez-la d’abord.',
  },
  'accepted-already': {
    title: 'Déjà acceptée',
    detail: 'Connectez-vous avec l’adresse à laquelle elle a été envoyée.',
  },
  'invitation-expired': {
    title: 'Cette invitation a expiré',
    detail: 'Demandez à la personne qui vous a invité de la renvoyer.',
  },
  'link-expired': {
    title: 'Ce lien a expiré',
    detail: 'Demandez un nouveau lien à l’entreprise qui vous a écrit.',
  },
  'last-admin': {
    title: 'C’est le dernier administrateur',
    detail: 'Nommez d’abord un autre administrateur : quelqu’un doit pouvoir gérer les personnes.',
  },
  'brand-unpublished': {
    title: 'La marque n’est pas encore publiée',
    detail: 'Aucun SMS ne part avant que l’entreprise ait publié sa marque.',
  },
  'sender-taken': {
    title: 'Cet expéditeur est pris',
    detail: 'Il est déjà configuré, pour cette entreprise ou pour une autre.',
  },
  'case-closed': { title: 'Ce dossier est fermé', detail: 'On ne répond plus à un dossier fermé.' },
  'too-many-attempts': { title: 'Trop souvent', detail: 'Il y a eu trop d’essais.' },
  'daily-ceiling': { title: 'Trop souvent', detail: 'Les SMS de bienvenue permis en un jour sont épuisés.' },
  'too-soon': { title: 'Trop souvent', detail: 'Un SMS est parti il y a moins d’une minute.' },
  'too-many': { title: 'Trop souvent', detail: 'Tous les renvois permis en une semaine sont déjà partis.' },
  'test-not-sent': {
    title: 'Le SMS d’essai n’a pas été envoyé',
    detail: 'Le SMS d’essai n’a pas pu être envoyé.',
  },
  'not-a-draft': {
    title: 'Cette importation a commencé',
    detail: 'Ses lignes et colonnes ne peuvent plus être changées. Commencez une autre importation.',
  },
  'not-running': { title: 'Rien n’est en cours', detail: 'Il n’y a rien à arrêter.' },
  'nothing-to-do': { title: 'Rien à faire', detail: 'Aucun contact n’en a besoin maintenant.' },
  'name-change-needed': {
    title: 'Est-ce une autre personne ?',
    detail:
      'Ce contact a déjà été accueilli. Dites si c’est la même personne mieux écrite (tout est gardé) ou une autre personne (la bienvenue et l’accord recommencent).',
  },
  'on-its-way': { title: 'Le SMS est en route', detail: 'Il ne peut plus être annulé.' },
  'nothing-waiting': { title: 'Aucun SMS n’attend', detail: 'Il n’y a rien à annuler.' },
  'text-too-long': { title: 'Le SMS est trop long', detail: 'Raccourcissez les noms ou les mots du SMS.' },
  'opted-out': {
    title: 'Cette personne s’est désinscrite',
    detail: 'Aucun SMS n’est envoyé. Elle revient en envoyant START au numéro d’où venaient les SMS.',
  },
  declined: { title: 'Cette personne a refusé', detail: 'Aucun SMS n’est envoyé contre un refus.' },
  'already-confirmed': {
    title: 'Cette personne a confirmé',
    detail: 'Elle n’a plus besoin de SMS de bienvenue.',
  },
  'in-flight': { title: 'Un SMS est en route', detail: 'Attendez de savoir ce qu’il est devenu.' },
  'outcome-unknown': {
    title: 'Le dernier SMS est peut-être arrivé',
    detail:
      'L’opérateur n’a pas dit s’il a pris le dernier SMS. Si vous en envoyez quand même un autre, il arrivera peut-être deux fois.',
  },
  'idempotency-key-reused': {
    title: 'Cette clé est celle d’une autre requête',
    detail: 'La même clé est venue avec une autre adresse ou un autre contenu. Utilisez une nouvelle clé.',
  },
  'in-progress': {
    title: 'Cette requête est en cours',
    detail: 'Redemandez dans un instant avec la même clé.',
  },
  'answer-lost': {
    title: 'Cette requête a été exécutée',
    detail:
      'Elle a été exécutée une fois, mais sa réponse s’est perdue. Lisez ce qu’elle a fait ; ne la renvoyez pas.',
  },
  'too-many-webhooks': {
    title: 'Il y a trop de webhooks',
    detail: 'Il n’y a plus de place. Retirez-en d’abord un qui ne sert plus.',
  },
  'webhook-disabled': {
    title: 'Ce webhook est arrêté',
    detail: 'Remettez-le d’abord en marche.',
  },
  bug: {
    title: 'Quelque chose a échoué de notre côté',
    detail: (incident) => `Rien n’a été changé. Donnez au support le numéro d’incident ${incident}.`,
  },
  'http-400': {
    title: 'La requête est illisible',
    detail:
      'Envoyez l’en-tête Host, une adresse sans caractères de contrôle et un contenu qui soit du JSON valide.',
  },
  'http-403': { title: 'Non permis', detail: 'Non permis' },
  'http-404': { title: 'Introuvable', detail: 'Introuvable' },
  'http-405': { title: 'Non permis ici', detail: 'Non permis ici' },
  'http-413': { title: 'La requête est trop grande', detail: 'Envoyez 64 Kio au plus.' },
  'http-415': {
    title: 'Ce type de contenu n’est pas compris',
    detail: 'Envoyez le contenu comme application/json, en UTF-8.',
  },
  'http-503': {
    title: 'Pas encore prêt ; redemandez dans un instant',
    detail: 'Pas encore prêt ; redemandez dans un instant',
  },
};
