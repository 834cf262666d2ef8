import type { Words } from '../en/index.ts';

export const signIn: Words['signIn'] = {
  title: 'Se connecter',
  intro: 'Pour les installateurs d’alarmes et leurs équipes.',
  email: 'E-mail',
  password: 'Mot de passe',
  show: 'Afficher le mot de passe',
  hide: 'Masquer le mot de passe',
  submit: 'Se connecter',
  submitting: 'Connexion…',
  needEmail: 'Saisissez l’e-mail de votre compte.',
  needPassword: 'Saisissez votre mot de passe.',
  wrong: 'L’e-mail ou le mot de passe est incorrect. Vérifiez les deux, et le verrouillage des majuscules.',
  tooMany: 'Trop de tentatives. Attendez une minute, puis réessayez.',
  loadingAccount: 'Ouverture de votre compte…',
};
