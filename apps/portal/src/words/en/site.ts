export const site = {
  back: 'All sites',
  general: 'General',
  contacts: 'Contacts',
  addContact: 'Add a contact',
  localTime: (time: string) => `${time} there now`,
  labelledAs: 'Contacts read',
  minimum: (count: number) => (count === 1 ? '1 number' : `${count} different numbers`),
  emptyTitle: 'Nobody can be texted here yet',
  emptyText:
    'Add the people who may decide about an alarm at this site: the owner, a manager, key holders. Each gets a welcome text and confirms.',
  slot: (number: number) => `Slot ${number}`,
  details: (name: string) => `Details of ${name}`,
  detailsShort: 'Details',
  statusChanged: (name: string, status: string) => `${name}: ${status}`,
  print: 'Print',
};
