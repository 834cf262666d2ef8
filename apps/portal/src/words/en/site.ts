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
  sentNotice: (name: string) => `Welcome text to ${name}: handed over. The status below changes by itself.`,
  createdNotice: (name: string) => `${name} was added. The welcome text can be sent whenever you are ready.`,
};
