import type { Words } from '../en/index.ts';

export const editContact: Words['editContact'] = {
  loading: 'Modifier un contact',
  title: (name) => `Modifier ${name}`,
  newNumber:
    'Un nouveau numéro repart de zéro : validation, bienvenue et accord. Les SMS en attente sont annulés, les anciens liens cessent de fonctionner.',
  swapInstead: (name) => `Échanger plutôt les rangs avec ${name}`,
  nameQuestion: {
    title: (from, to) => `${from} a déjà été accueilli. ${to} est-il la même personne ?`,
    spelling: 'La même personne, mieux écrite',
    spellingHint: 'Tout est conservé.',
    anotherPerson: 'Une autre personne',
    anotherPersonHint: 'Bienvenue et accord recommencent ; les anciens liens cessent de fonctionner.',
  },
  somebodyElse: {
    title: 'Quelqu’un a été plus rapide',
    somebody: 'Quelqu’un',
    changed: (who, fields) => (fields === '' ? `${who} a modifié ceci` : `${who} a modifié : ${fields}`),
    both: (field, mine, theirs) => `${field} : vous avez saisi « ${mine} », c’est maintenant « ${theirs} ».`,
    take: (theirs) => `Prendre « ${theirs} »`,
    kept: 'Votre saisie est toujours là, par-dessus cette modification. Relisez et enregistrez de nouveau.',
  },
};

export const editSite: Words['editSite'] = { title: 'Modifier le site' };

export const removeContact: Words['removeContact'] = {
  remove: 'Retirer de la liste',
  removing: 'Retrait…',
  keep: 'Garder',
  question: (name) => `Retirer ${name} de la liste ?`,
  meaning:
    'Les SMS en attente sont annulés et les liens cessent de fonctionner. Ce qui a été accepté ou refusé est conservé, et vaut de nouveau en cas de retour.',
};

export const slots: Words['slots'] = {
  title: 'Rangs',
  intro:
    'Les numéros des contacts dans le logiciel du centre de télésurveillance, de 1 à 999. Tous sont enregistrés en une fois, deux peuvent donc s’échanger.',
  of: (name) => `Rang de ${name}`,
  swap: (name, other) => `Échanger ${name} et ${other}`,
};
