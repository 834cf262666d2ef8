import type { Words } from '../en/index.ts';

export const company: Words['company'] = {
  title: 'Entreprise',
  name: 'Nom de l’entreprise',
  ceiling: 'SMS de bienvenue par jour et par distributeur',
  ceilingHint:
    'Au-delà, refus jusqu’à minuit UTC, pour qu’une clé volée ne fasse pas exploser la facture. De 0 à 100 000.',
  evidenceYears: 'Années de conservation des preuves après le retrait d’un contact',
  evidenceYearsHint:
    'Ensuite, ce qui prouve le consentement de la personne est supprimé ; une trace de la suppression reste. De 1 à 20.',
  needNumber: 'Saisissez un nombre entier.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  dealers: 'Distributeurs',
  dealerSites: (count) => (count === 1 ? '1 site' : `${count} sites`),
  dealerPeople: (count) => (count === 1 ? '1 personne' : `${count} personnes`),
  dealerToday: (count, ceiling) => `${count} SMS de bienvenue sur ${ceiling} aujourd’hui`,
  actFor: 'Ouvrir',
  acting: 'ouvert en ce moment',
  addDealer: 'Ajouter un distributeur',
  added: 'Le distributeur a été ajouté.',
  dealerName: 'Nom du distributeur',
  needDealerName: 'Saisissez le nom du distributeur.',
  adding: 'Ajout…',
};
