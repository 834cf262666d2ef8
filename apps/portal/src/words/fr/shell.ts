import type { Words } from '../en/index.ts';

export const connection: Words['connection'] = {
  lost: 'Connexion perdue : reconnexion en cours. Ce que vous voyez n’est peut-être plus à jour.',
};

export const shell: Words['shell'] = {
  account: 'Compte',
  navigation: 'Principal',
  home: 'Accueil',
  sites: 'Sites',
  bulk: 'En lot',
  branding: 'Marque',
  settings: 'Réglages',
  desk: 'Dossiers',
  signOut: 'Se déconnecter',
  signingOut: 'Déconnexion…',
};
