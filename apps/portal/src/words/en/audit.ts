import { AUDIT_WORDS } from '@keyholder/domain/words/audit-words-en';

export const audit = {
  title: 'Audit',
  intro: 'Who did what, when and from where. Nothing here can be changed or deleted.',
  of: 'Of',
  dealer: 'This dealer',
  company: 'The company and all its dealers',
  search: 'Search',
  searchHint: 'Who, what, a site, a contact or an address.',
  since: 'From',
  until: 'Until',
  export: 'Export as CSV',
  none: 'Nothing was found.',
  more: 'Show more',
  from: (address: string) => `from ${address}`,
  details: 'Details',
  actors: {
    person: 'Person',
    api_key: 'API key',
    support: 'Support',
    contact: 'Contact',
    system: 'Keyholder',
  },
  somebody: 'Somebody',
  actions: AUDIT_WORDS,
};
