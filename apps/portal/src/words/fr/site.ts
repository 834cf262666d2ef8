import type { Words } from '../en/index.ts';

export const site: Words['site'] = {
  back: 'Tous les sites',
  general: 'Général',
  contacts: 'Contacts',
  addContact: 'Ajouter un contact',
  localTime: (time) => `il est ${time} là-bas`,
  labelledAs: 'Les contacts lisent',
  minimum: (count) => (count === 1 ? '1 numéro' : `${count} numéros différents`),
  emptyTitle: 'Personne ici ne peut encore recevoir de SMS',
  emptyText:
    'Ajoutez les personnes qui peuvent décider en cas d’alarme sur ce site : le propriétaire, un responsable, les détenteurs de clés. Chacune reçoit un SMS de bienvenue et confirme.',
  slot: (number) => `Rang ${number}`,
  details: (name) => `Détails de ${name}`,
  detailsShort: 'Détails',
  statusChanged: (name, status) => `${name} : ${status}`,
  print: 'Imprimer',
};
