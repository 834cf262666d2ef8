import type { Words } from '../en/index.ts';

export const archiveSite: Words['archiveSite'] = {
  archive: 'Archivar el sitio',
  archiving: 'Archivando…',
  keep: 'Conservar',
  question: '¿Archivar este sitio?',
  meaning:
    'El sitio y sus contactos salen de las listas, los mensajes en espera se anulan y los enlaces dejan de funcionar. Puede recuperarlo en cualquier momento.',
  isArchived: 'Este sitio está archivado',
  since: 'Archivado',
  isArchivedMeaning:
    'Aquí no se escribe a nadie. Al recuperarlo, sus contactos quedan como estaban; los enlaces hay que enviarlos otra vez.',
  restore: 'Recuperar el sitio',
  restoring: 'Recuperando…',
};
