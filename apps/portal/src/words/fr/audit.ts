import { AUDIT_WORDS } from '@keyholder/domain/words/audit-words-fr';
import type { Words } from '../en/index.ts';

export const audit: Words['audit'] = {
  title: 'Journal d’audit',
  intro: 'Qui a fait quoi, quand et d’où. Rien ici ne peut être changé ni effacé.',
  of: 'De',
  dealer: 'Ce distributeur',
  company: 'L’entreprise et tous ses distributeurs',
  search: 'Rechercher',
  searchHint: 'Qui, quoi, un site, un contact ou une adresse.',
  since: 'Du',
  until: 'Au',
  export: 'Exporter en CSV',
  none: 'Rien n’a été trouvé.',
  more: 'En montrer plus',
  from: (address) => `depuis ${address}`,
  details: 'Détails',
  actors: {
    person: 'Personne',
    api_key: 'Clé d’API',
    support: 'Support',
    contact: 'Contact',
    system: 'Keyholder',
  },
  somebody: 'Quelqu’un',
  actions: AUDIT_WORDS,
};
