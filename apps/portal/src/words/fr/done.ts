import type { Words } from '../en/index.ts';

export const done: Words['done'] = {
  sent: (name) => `SMS de bienvenue à ${name} : remis. Le statut change tout seul.`,
  created: (name) => `${name} a été ajouté. Le SMS de bienvenue peut partir quand vous voulez.`,
  saved: (name) => `Enregistré : ${name}.`,
  removed: (name) => `${name} a quitté la liste.`,
  restored: (name) =>
    `${name} est de retour sur la liste. Les anciens liens restent morts ; renvoyez le SMS.`,
  asked: (name) =>
    `Le support a été interrogé au sujet de ${name}. La réponse arrive par e-mail et se voit dans les détails.`,
  undo: 'Annuler',
  restoring: 'Retour…',
};
