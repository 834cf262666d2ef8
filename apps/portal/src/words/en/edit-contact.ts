export const editContact = {
  loading: 'Edit a contact',
  title: (name: string) => `Edit ${name}`,
  newNumber:
    'A new number starts again: line check, welcome and agreement. Texts that wait are cancelled, earlier links stop working.',
  swapInstead: (name: string) => `Swap slot numbers with ${name} instead`,
  nameQuestion: {
    title: (from: string, to: string) => `${from} was welcomed already. Is ${to} the same person?`,
    spelling: 'Same person, spelt better',
    spellingHint: 'Everything is kept.',
    anotherPerson: 'Another person',
    anotherPersonHint: 'Welcome and agreement start again; earlier links stop working.',
  },
  somebodyElse: {
    title: 'Somebody else was quicker',
    somebody: 'Somebody',
    changed: (who: string, fields: string) =>
      fields === '' ? `${who} changed this` : `${who} changed: ${fields}`,
    both: (field: string, mine: string, theirs: string) =>
      `${field}: you typed “${mine}”, it is now “${theirs}”.`,
    take: (theirs: string) => `Take “${theirs}”`,
    kept: 'What you typed is still here, on top of their change. Look it over and save again.',
  },
};

export const editSite = { title: 'Edit the site' };

export const removeContact = {
  remove: 'Remove from the list',
  removing: 'Removing…',
  keep: 'Keep',
  question: (name: string) => `Remove ${name} from the list?`,
  meaning:
    'Texts that wait are cancelled and links stop working. What they agreed to or refused is kept, and applies again if they come back.',
};

export const slots = {
  title: 'Slot numbers',
  intro:
    'The numbers that the contacts have in the monitoring centre’s software, 1 to 999. All are saved in one step, so two can swap.',
  of: (name: string) => `Slot of ${name}`,
  swap: (name: string, other: string) => `Swap ${name} and ${other}`,
};
