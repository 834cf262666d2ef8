import type { Words } from '../en/index.ts';

export const support: Words['support'] = {
  heading: 'Support',
  support: 'Support',
  open: 'Ouvert.',
  closed: 'Fermé.',
  openedBy: (who) => `Demandé par ${who}`,
  disputedShort: 'La vérification est contestée : c’est un mobile.',
  title: (name) => `Interroger le support au sujet de ${name}`,
  intro:
    'Tout ce que l’on sait est joint : l’historique, les codes techniques et l’opérateur. La réponse arrive par e-mail et se voit dans les détails du contact.',
  disputed: (chip) => `La vérification dit « ${chip} ». Je sais mieux : c’est un mobile qui reçoit des SMS.`,
  message: 'Que doit savoir le support ?',
  messageHint: 'Par exemple ce que le client vous a dit. 2 000 caractères au plus.',
  ask: 'Demander au support',
  asking: 'Demande…',
};

export const replies: Words['replies'] = {
  title: (name) => `${name} a répondu`,
  markRead: 'Marquer comme lu',
  marking: 'Marquage…',
  marked: 'Marqué comme lu.',
  optOut: 'Ne veut plus de SMS',
  optingOut: 'Désinscription…',
  optOutHint:
    'Une désinscription vaut pour tous les sites et vous ne pouvez pas la reprendre : seule la personne le peut, en envoyant START.',
};
