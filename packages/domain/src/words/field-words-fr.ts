import type { FieldKey, FieldWords } from './field-errors.ts';

const LINE: FieldWords['accepted'] = ([min, max]) =>
  `${min ?? '1'} à ${max ?? ''} caractères sur une ligne, dans toute écriture`;
const PHONE =
  'un mobile comme on l’écrit dans le pays, ou tout numéro commençant par + et l’indicatif du pays';

const EXPIRY: FieldWords['accepted'] = ([days]) =>
  `un moment dans les ${days ?? ''} jours qui viennent, ou aucun`;
const RANGE: FieldWords['accepted'] = ([min, max]) => `un nombre entier de ${min ?? '0'} à ${max ?? ''}`;
const NOT_DAYS = 'Ce n’est pas un nombre de jours que l’on peut choisir.';
const DAYS_OR_NEVER: FieldWords['accepted'] = ([min, max]) =>
  `de ${min ?? '1'} à ${max ?? ''} jours, ou vide pour jamais`;
const QUIET = 'Les heures calmes couvrent au moins 21:00 à 08:00.';
const TIMES: FieldWords['accepted'] = ([from, until]) =>
  `une heure de ${from ?? ''} à ${until ?? ''}, comme HH:MM`;
const CALLED =
  'une adresse comme https://hooks.example.com/keyholder, sans nom d’utilisateur ni #, de 1000 caractères au plus';
const BRAND_KEY =
  '2 à 40 lettres a–z, chiffres et tirets intérieurs, aucun mot que le produit utilise lui-même';
const AT_MOST: FieldWords['accepted'] = ([most]) => `${most ?? ''} caractères au plus`;
const AT_LEAST: FieldWords['accepted'] = ([least]) => (least === undefined ? 'plus' : `au moins ${least}`);
const AT_MOST_OF: FieldWords['accepted'] = ([most]) => (most === undefined ? 'moins' : `${most} au plus`);

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
  'sender.not_a_sender': {
    message: 'Aucun SMS ne peut partir de là.',
    accepted: 'un numéro comme +14155550123, ou MG et 32 chiffres hexadécimaux',
  },
  'numbers.not_numbers': {
    message: 'Tous ne sont pas des numéros de téléphone.',
    accepted: ([most]) => `${most ?? ''} numéros au plus, comme +14155550123`,
  },
  'role.unknown': { message: 'Ce rôle n’existe pas ici.', accepted: 'l’un des rôles proposés' },
  'scopes.unknown': { message: 'Ce droit n’existe pas.', accepted: 'un ou plusieurs des droits proposés' },
  'scopes.empty': {
    message: 'Une clé sans droits ne peut rien faire.',
    accepted: 'un ou plusieurs des droits proposés',
  },
  'expiresAt.past': { message: 'C’est déjà passé.', accepted: EXPIRY },
  'expiresAt.too_late': { message: 'Une clé ne peut pas vivre aussi longtemps.', accepted: EXPIRY },
  'dailyWelcomeCeiling.out_of_range': {
    message: 'Ce n’est pas un nombre de SMS par jour.',
    accepted: RANGE,
  },
  'evidenceYears.out_of_range': {
    message: 'Ce nombre d’années ne peut pas être choisi.',
    accepted: RANGE,
  },
  'reminderAfterDays.out_of_range': { message: NOT_DAYS, accepted: DAYS_OR_NEVER },
  'recheckAfterDays.out_of_range': { message: NOT_DAYS, accepted: DAYS_OR_NEVER },
  'reminderDays.out_of_range': { message: NOT_DAYS, accepted: RANGE },
  'linkLifeDays.out_of_range': { message: NOT_DAYS, accepted: RANGE },
  'from.out_of_range': { message: QUIET, accepted: TIMES },
  'until.out_of_range': { message: QUIET, accepted: TIMES },
  'url.too_long': { message: 'Cette adresse est trop longue.', accepted: CALLED },
  'url.no_address': { message: 'Ce n’est pas une adresse web que l’on peut appeler.', accepted: CALLED },
  'url.private_address': { message: 'Cette adresse est à l’intérieur d’un réseau.', accepted: CALLED },
  'url.not_https': { message: 'Les événements ne passent que par https.', accepted: CALLED },
  'kinds.unknown': {
    message: 'Cet événement n’existe pas.',
    accepted: 'un ou plusieurs des événements proposés',
  },
  'kinds.empty': {
    message: 'Rien ne serait envoyé.',
    accepted: 'un ou plusieurs des événements proposés',
  },
  'brandKey.taken': {
    message: 'Une autre marque l’a, ou l’a eue.',
    accepted: 'une adresse qu’aucune marque n’a jamais eue',
  },
  'brandKey.not_a_key': { message: 'Les pages ne peuvent pas avoir cette adresse.', accepted: BRAND_KEY },
  'brandKey.not_usable': { message: 'Les pages ne peuvent pas avoir cette adresse.', accepted: BRAND_KEY },
  'heading.unreadable_characters': {
    message: 'Un titre est une ligne de texte lisible.',
    accepted: 'une ligne',
  },
  'heading.too_long': { message: 'Il y a trop de caractères.', accepted: AT_MOST },
  'body.too_long': { message: 'Il y a trop de caractères.', accepted: AT_MOST },
  'welcome.too_long': { message: 'Il y a trop de caractères.', accepted: AT_MOST },
  'confirmation.too_long': { message: 'Il y a trop de caractères.', accepted: AT_MOST },
  'help.too_long': { message: 'Il y a trop de caractères.', accepted: AT_MOST },
  'optOutNotice.too_long': { message: 'Il y a trop de caractères.', accepted: AT_MOST },
  not_a_template: {
    message: 'Une variable n’est pas fermée, ou pas écrite comme {{nom}}.',
    accepted: 'du texte avec les variables proposées',
  },
  not_a_variable: {
    message: 'Seules des variables simples comme {{brand}} ou {{link}} sont permises.',
    accepted: 'du texte avec les variables proposées',
  },
  unknown_variable: {
    message: ([variable]) => `La variable ${variable ?? ''} n’existe pas.`,
    accepted: 'du texte avec les variables proposées',
  },
  not_an_address: {
    message: 'Ce n’est pas l’adresse d’une page web.',
    accepted: 'une adresse comme https://acme.example/privacy',
  },
  not_an_origin: {
    message: 'Ce n’est pas un serveur web.',
    accepted: 'https:// et un serveur, sans chemin : https://v.acme.example',
  },
  not_a_colour: { message: 'Ce n’est pas une couleur.', accepted: 'une couleur comme #1f5f8b' },
  no_words: {
    message: 'La première langue d’une marque est l’une de ses langues.',
    accepted: 'l’une de ses langues ; choisissez une autre première langue avant de retirer celle-ci',
  },
  no_such_file: { message: 'Vous n’avez pas ce fichier.', accepted: 'un fichier que vous avez envoyé' },
  unknown_contact: {
    message: 'Le site n’a pas ce contact.',
    accepted: 'un contact de la liste de ce site',
  },
  named_twice: { message: 'Un contact est nommé deux fois.', accepted: 'chaque contact une fois' },
  invalid: { message: 'Cette valeur ne peut pas être acceptée.', accepted: 'une valeur comme décrit' },
  unknown_field: {
    message: 'Ce champ n’existe pas.',
    accepted: 'seulement les champs de la description de l’API',
  },
  invalid_type: { message: 'La valeur manque, ou est d’un autre type.', accepted: 'une valeur comme décrit' },
  invalid_value: {
    message: 'Cette valeur ne peut pas être choisie.',
    accepted: 'l’une des valeurs proposées',
  },
  invalid_format: {
    message: 'La valeur n’a pas la forme voulue.',
    accepted: 'une valeur comme décrit',
  },
  too_small: { message: 'C’est trop peu.', accepted: AT_LEAST },
  too_big: { message: 'C’est trop.', accepted: AT_MOST_OF },
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
