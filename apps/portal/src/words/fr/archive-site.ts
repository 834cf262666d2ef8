import type { Words } from '../en/index.ts';

export const archiveSite: Words['archiveSite'] = {
  archive: 'Archiver le site',
  archiving: 'Archivage…',
  keep: 'Garder',
  question: 'Archiver ce site ?',
  meaning:
    'Le site et ses contacts quittent les listes, les SMS en attente sont annulés et les liens cessent de fonctionner. Vous pouvez le faire revenir à tout moment.',
  isArchived: 'Ce site est archivé',
  since: 'Archivé',
  isArchivedMeaning:
    'Personne ici ne reçoit de SMS. À son retour, les contacts sont comme avant ; les liens doivent être renvoyés.',
  restore: 'Faire revenir le site',
  restoring: 'Retour du site…',
};
