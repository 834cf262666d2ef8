import type { FieldKey, FieldWords } from './field-errors.ts';

const LINE: FieldWords['accepted'] = ([min, max]) =>
  `${min ?? '1'} à ${max ?? ''} caractères sur une ligne, dans toute écriture`;
const PHONE =
  'un mobile comme on l’écrit dans le pays, ou tout numéro commençant par + et l’indicatif du pays';

/** Why a field was refused, in French. */
export const fieldWordsFr: Readonly<Record<FieldKey, FieldWords>> = {
  'phone.empty': { message: 'Aucun téléphone n’a été saisi.', accepted: PHONE },
  'phone.letters': { message: 'Un numéro de téléphone n’a pas de lettres.', accepted: PHONE },
  'phone.emergency': { message: 'C’est un numéro d’urgence.', accepted: PHONE },
  'phone.extension': { message: 'On ne peut pas envoyer de SMS à un poste interne.', accepted: PHONE },
  'phone.too_short': { message: 'Le numéro est trop court.', accepted: PHONE },
  'phone.too_long': { message: 'Le numéro est trop long.', accepted: PHONE },
  'phone.unknown_country_code': { message: 'Aucun pays n’a cet indicatif.', accepted: PHONE },
  'phone.not_a_number': { message: 'Ce n’est pas un numéro de téléphone.', accepted: PHONE },
  'phone.not_in_numbering_plan': { message: 'Ce numéro n’existe pas dans ce pays.', accepted: PHONE },
  'phone.taken': {
    message: 'Un autre contact de ce site a ce numéro.',
    accepted: 'un numéro qu’aucun autre contact du site n’a',
  },
  'slotNumber.taken': {
    message: 'Un autre contact a ce rang.',
    accepted: 'un rang libre, ou aucun',
  },
  'slotNumber.out_of_range': {
    message: 'Ce n’est pas un rang.',
    accepted: ([min, max]) => `un nombre entier de ${min ?? '1'} à ${max ?? '999'}`,
  },
  'accountNumber.taken': {
    message: 'Un autre site a ce numéro de compte.',
    accepted: 'un numéro qu’aucun autre de vos sites n’a',
  },
  'accountNumber.archived': {
    message: 'Le site qui a ce numéro de compte est archivé.',
    accepted: 'le numéro d’un site en service, ou reprenez d’abord le site',
  },
  'minimumReachable.out_of_range': {
    message: 'Ce nombre n’est pas possible.',
    accepted: 'un nombre entier de 1 à 9',
  },
  'nameChange.needed': {
    message: 'Un nom changé sur un contact déjà accueilli peut vouloir dire deux choses.',
    accepted: 'la même personne mieux écrite, ou une autre personne',
  },
  'password.too_short': {
    message: 'Ce mot de passe est trop court.',
    accepted: '10 à 128 caractères',
  },
  'password.too_long': {
    message: 'Ce mot de passe est trop long.',
    accepted: '10 à 128 caractères',
  },
  empty: { message: 'Rien n’a été saisi.', accepted: LINE },
  too_long: { message: 'Il y a trop de caractères.', accepted: LINE },
  unreadable_characters: {
    message: 'Il y a des sauts de ligne ou des caractères invisibles.',
    accepted: LINE,
  },
  no_letters: { message: 'Il n’y a ni lettre ni chiffre.', accepted: LINE },
  not_an_email: {
    message: 'Ce n’est pas une adresse e-mail.',
    accepted: 'une adresse comme dana@example.com',
  },
  needs_email: {
    message: 'La vérification d’alarme par e-mail a besoin d’un e-mail.',
    accepted: 'un e-mail, ou l’option désactivée',
  },
  unknown_language: { message: 'Il n’y a pas de textes dans cette langue.', accepted: 'en, es, fr ou ar' },
  unknown_country: {
    message: 'Ce pays n’existe pas.',
    accepted: 'un code de deux lettres comme US ou CA',
  },
  unknown_time_zone: {
    message: 'Ce fuseau horaire n’existe pas.',
    accepted: 'un nom comme America/Chicago',
  },
  not_yes_or_no: { message: 'Ce n’est ni oui ni non.', accepted: 'yes ou no ; vide pour oui' },
};
