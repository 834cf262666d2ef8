import type { MemberRole } from '../account/member.ts';
import type { MailedChange } from './mail-kinds.ts';
import type { MailWords } from './mail-words.ts';

/** The words of the mails in French. */
export const fr: MailWords = {
  invitation: ({ place, by, role, link, until }) => {
    const as: Readonly<Record<MemberRole, string>> = {
      company_admin: 'administrateur de l’entreprise',
      dealer_admin: 'administrateur',
      dealer_user: 'utilisateur',
    };
    return {
      subject: `Invitation à rejoindre ${place} sur Keyholder`,
      paragraphs: [
        `${by ?? 'Quelqu’un'} vous invite à travailler pour ${place} sur Keyholder, comme ${as[role]}.`,
        `Acceptez l’invitation ici :\n${link}`,
        `Elle peut être acceptée jusqu’au ${until}. Si vous ne savez pas de quoi il s’agit, ignorez ce message.`,
      ],
    };
  },
  newPassword: (link) => ({
    subject: 'Choisissez un nouveau mot de passe Keyholder',
    paragraphs: [
      'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour cette adresse chez Keyholder.',
      `Choisissez-le ici, dans l’heure :\n${link}`,
      'Si ce n’était pas vous, ignorez ce message : votre mot de passe reste le même.',
    ],
  }),
  newAddress: (link) => ({
    subject: 'Confirmez votre nouvelle adresse e-mail pour Keyholder',
    paragraphs: [
      'Vous avez demandé que Keyholder utilise désormais cette adresse.',
      `Confirmez-la ici, dans l’heure :\n${link}`,
      'Si ce n’était pas vous, ignorez ce message.',
    ],
  }),
  addressChange: (newEmail, link) => ({
    subject: 'Est-ce votre nouvelle adresse e-mail pour Keyholder ?',
    paragraphs: [
      `Quelqu’un qui est connecté à votre place veut que Keyholder utilise ${newEmail} au lieu de cette adresse.`,
      `Si c’était vous, dites-le ici, dans l’heure ; la nouvelle adresse reçoit ensuite un message elle aussi :\n${link}`,
      'Si ce n’était pas vous, ignorez ce message, connectez-vous et choisissez un nouveau mot de passe : cela ferme toutes les autres sessions.',
    ],
  }),
  accountChanged: (change) => {
    const what: Readonly<Record<MailedChange, string>> = {
      'account.password_changed': 'Votre mot de passe a été changé.',
      'account.password_reset': 'Votre mot de passe a été changé, par le lien d’un message.',
      'account.second_factor_begun': 'Un second facteur est en cours de configuration pour votre compte.',
      'account.second_factor_removed': 'Le second facteur a été retiré de votre compte.',
      'account.backup_codes_renewed': 'Votre compte a de nouveaux codes de secours.',
      'account.backup_code_used': 'Un de vos codes de secours a servi à se connecter.',
    };
    return {
      subject: 'Votre compte Keyholder a changé',
      paragraphs: [
        what[change],
        'Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe sur la page de connexion : cela ferme toutes les sessions.',
      ],
    };
  },
  caseAnswered: (link) => ({
    subject: 'Le support Keyholder a répondu',
    paragraphs: ['Le support a répondu à votre question sur un contact.', `Lisez la réponse ici :\n${link}`],
  }),
  webhookDisabled: ({ name, url, link }) => ({
    subject: 'Un webhook a été désactivé',
    paragraphs: [
      `Le webhook « ${name} » n’a rien accepté pendant trois jours et a été désactivé :\n${url}`,
      `Rien n’est perdu : quand il fonctionnera, réactivez-le et renvoyez ce qui a été abandonné, ou lisez l’historique des événements.\n${link}`,
    ],
  }),
};
