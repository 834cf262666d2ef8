import type { Words } from '../en/index.ts';

export const sites: Words['sites'] = {
  title: 'Sites',
  search: 'Chercher des sites',
  searchHint: 'Nom, numéro de compte, abonné, adresse, contact ou téléphone',
  clearSearch: 'Effacer la recherche',
  searching: 'Recherche…',
  add: 'Ajouter un site',
  list: 'Sites',
  filter: 'Quels sites',
  all: 'Tous',
  belowMinimum: 'Sous le minimum',
  noneBelow: 'Chaque site atteint son minimum.',
  noneBelowText:
    'On peut joindre assez de personnes sur chacun. Un site qui passe en dessous apparaît ici de lui-même.',
  showArchived: 'Sites archivés',
  showInUse: 'Sites en service',
  archivedIntro: 'Sites archivés. Ouvrez-en un pour le faire revenir.',
  noneArchived: 'Aucun site n’est archivé.',
  noneArchivedText: 'Un site archivé n’envoie de SMS à personne. On peut le rétablir d’ici à tout moment.',
  columns: { site: 'Site', account: 'Compte', subscriber: 'Abonné', reachability: 'Joignabilité' },
  more: 'Afficher plus de sites',
  shown: (count, more) => `${count}${more ? ' ou plus' : ''} ${count === 1 && !more ? 'site' : 'sites'}`,
  emptyTitle: 'Commencez par un site',
  emptyText:
    'Un site est un lieu sous alarme, avec une liste de personnes qu’un opérateur peut joindre par SMS quand elle se déclenche.',
  emptySteps: [
    'Ajoutez le site, avec son numéro de compte au centre de télésurveillance.',
    'Ajoutez les personnes qui peuvent décider, et vérifiez que leurs numéros sont des mobiles.',
    'Envoyez à chacune un SMS de bienvenue. Quand elles confirment, elles passent au bleu.',
  ],
  nothingFound: (search) => `Aucun site ne correspond à « ${search} »`,
  nothingFoundAdvice:
    'Essayez une partie du nom, du numéro de compte, de l’abonné, de l’adresse, du nom ou du téléphone d’un contact.',
};

export const addSite: Words['addSite'] = {
  title: 'Ajouter un site',
  name: 'Nom du site',
  accountNumber: 'Numéro de compte',
  accountNumberHint: 'Le numéro de ce compte au centre de télésurveillance.',
  subscriberName: 'Nom de l’abonné',
  subscriberNameHint:
    'Le titulaire du contrat. Le SMS de bienvenue dit que cette personne a désigné le contact.',
  address: 'Adresse',
  addressHint:
    'Pour vous seul. Les contacts ne la voient pas : un faux numéro ne doit pas apprendre où se trouve une alarme.',
  country: 'Pays',
  countryHint: 'Le pays dans lequel les numéros sont lus.',
  timeZone: 'Fuseau horaire',
  timeZoneHint: 'Repris de cet ordinateur. Les SMS en attente partent de jour sur le site.',
  language: 'Langue des SMS',
  languageOfBrand: 'Comme la marque',
  minimumReachable: 'Minimum joignable',
  minimumReachableHint: 'Combien de numéros différents doivent être joignables, de 1 à 9.',
  contactLabel: 'Ce que lisent les contacts',
  contactLabelHint: 'Comment les SMS et la page nomment le site. Vide : le nom du site.',
  submit: 'Ajouter le site',
  submitting: 'Ajout…',
};
