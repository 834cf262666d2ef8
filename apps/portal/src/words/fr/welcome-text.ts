import type { Words } from '../en/index.ts';

export const welcomeText: Words['welcomeText'] = {
  title: (name) => `SMS de bienvenue pour ${name}`,
  created: (name) => `${name} est sur la liste. Voici le SMS qui partirait.`,
  phoneLabel: 'Le SMS tel qu’il arrivera',
  from: (number) => `De ${number}`,
  fromPool: 'De l’un des numéros de votre marque',
  to: (number) => `À ${number}`,
  billed: (count) =>
    count === 1 ? '1 segment : facturé comme un SMS' : `${count} segments : facturés comme ${count} SMS`,
  characters: (count) => `${count} caractères`,
  encodings: {
    'GSM-7': 'GSM-7, l’alphabet courant : jusqu’à 160 caractères par segment',
    'UCS-2': 'UCS-2, pour les caractères hors de l’alphabet courant : jusqu’à 70 par segment',
  },
  forcedBy: (characters) => `Nécessaire à cause de ${characters}`,
  whyDots: 'Où est le lien ?',
  whyDotsAnswer:
    'Les points tiennent lieu d’un secret créé quand le SMS part. Qui ouvre le lien peut confirmer : personne d’autre que le contact ne doit l’avoir, ni vous ni nous. On ne peut pas le copier ; on peut le renvoyer.',
  page: 'Voir la page du lien (s’ouvre dans un nouvel onglet)',
  test: {
    summary: 'Me l’envoyer',
    explained:
      'À un téléphone à vous, marqué comme essai. Le contact n’en sait rien, et le lien n’ouvre la page de personne.',
    phone: 'Votre téléphone',
    send: 'M’envoyer le SMS',
    sending: 'Envoi…',
    sent: (to) => `Envoyé à ${to}.`,
  },
  permission: 'Comment l’accord de cette personne pour les SMS a-t-il été obtenu ?',
  permissionHint: 'Conservé comme preuve du consentement, avec le texte envoyé.',
  permissions: {
    spoken: 'De vive voix',
    spokenHint: 'Elle a dit oui, sur place ou au téléphone.',
    written: 'Par écrit',
    writtenHint: 'Elle a signé, ou répondu par lettre ou e-mail.',
    web_form: 'Formulaire web',
    web_formHint: 'Elle a coché une case ou rempli un formulaire en ligne.',
  },
  quickHint: 'Choisir envoie le SMS.',
  quickSend: (how) => `${how} : envoyer`,
  permissionMissing: 'Dites comment l’accord a été obtenu.',
  permissionAccepted: 'l’une des trois façons',
  notTextable:
    'D’après la vérification, ce numéro ne reçoit pas de SMS. Envoyer n’en dépense aucun et enregistre une erreur d’envoi.',
  insistLandline: 'Envoyer quand même. La vérification peut se tromper, et certains fixes reçoivent des SMS.',
  insistUncertain: 'Envoyer quand même. Le SMS peut alors arriver deux fois.',
  cannotSend: 'Envoi impossible pour l’instant',
  send: 'Envoyer',
  sending: 'Envoi…',
  later: 'Plus tard',
  preparing: 'Rédaction du SMS…',
};
