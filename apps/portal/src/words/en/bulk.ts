const people = (count: number): string => (count === 1 ? '1 contact' : `${count} contacts`);

export const bulk = {
  title: 'Bulk',
  progress: (done: string, of: string) => `${done} of ${of}`,
  lately: 'Lately',
  nothingYet: 'Nothing was imported, validated or sent for many yet.',
  by: (who: string) => `by ${who}`,
  kinds: { import: 'Import', validate: 'Validation', send: 'Welcome texts' },
  states: { draft: 'Not begun', running: 'Running', stopped: 'Stopped', done: 'Done' },
  counted: (done: string, total: string, failed: string | null) =>
    `${done} of ${total}${failed === null ? '' : `, ${failed} failed`}`,
  outcome: (done: string, skipped: string, failed: string) =>
    `${done} done, ${skipped} with nothing to do, ${failed} failed.`,
  stop: 'Stop',
  goOn: 'Go on',
  changing: 'One moment…',
  failedOnes: 'What failed, and why',
  skippedOnes: 'Where nothing was to be done',
  row: (position: number) => `#${position}`,
  nameless: 'No name',
  toSite: 'Open the site',
  more: 'Show more',
  fields: {
    accountNumber: 'Account number',
    siteName: 'Site name',
    subscriberName: 'Subscriber name',
    address: 'Address',
    country: 'Country',
    timeZone: 'Time zone',
    name: 'Contact name',
    phone: 'Cell phone',
    title: 'Title',
    slotNumber: 'Slot number',
    email: 'Email',
    emergencyContact: 'Emergency contact',
    language: 'Language',
  },
  notes: {
    new_site: 'The site is added.',
    not_texted_landline: 'No cell phone by its digits: kept for calls, not texted.',
  },
  import: {
    heading: 'Import contacts',
    intro:
      'A CSV file with one contact a row. Every row is checked first: nothing is written, and nobody is texted, before you have seen the report.',
    choose: 'Choose a file',
    reading: 'Reading…',
    uploading: 'Reading the rows',
    template: 'Download the template',
    empty: 'This file has no header line with rows below it. Save the table as CSV and try again.',
    tooLong: (most: number) => `This file has more than ${most} rows. Divide it.`,
    interrupted: 'The file was not read to the end. Choose it again; nothing is doubled.',
    columns: 'Columns',
    columnsIntro: (rows: string) =>
      `${rows} rows. Say which column holds what; we have guessed from the header.`,
    noColumn: 'Not in the file',
    nameless: (number: number) => `Column ${number}`,
    defaultCountry: 'Country, where a row has none',
    defaultTimeZone: 'Time zone, where a row has none',
    defaultsHint: 'For new sites, and for phones without a country code.',
    missing: (fields: string) => `Still needed: ${fields}.`,
    check: 'Check the rows',
    checking: 'Checking every row…',
    report: 'Report',
    creates: (count: string, number: number, sites: string, newSites: number) =>
      `${count} ${number === 1 ? 'contact' : 'contacts'} would be added${newSites === 0 ? '' : `, and ${sites} new ${newSites === 1 ? 'site' : 'sites'}`}.`,
    others: {
      onList: (count: string, number: number) =>
        number === 1 ? '1 is on its list already.' : `${count} are on their list already.`,
      refused: (count: string, _number: number) => `${count} cannot be accepted.`,
      landlines: (count: string, number: number) =>
        number === 1
          ? '1 has a number that is no cell phone.'
          : `${count} have a number that is no cell phone.`,
    },
    nothingSent: 'An import sends no text. You can validate and send afterwards.',
    write: (count: string) => `Import ${count}`,
    starting: 'Beginning…',
    refusedRows: 'Rows that cannot be accepted',
    goodRows: 'Rows that would be added',
  },
  many: {
    heading: 'Validate and send',
    onlyStep: (step: string) => `Only at sites whose next step is “${step}”.`,
    allSites: 'For all sites',
    toValidate: (count: number) =>
      count === 0 ? 'Every number is validated.' : `${people(count)} with a number that is not validated.`,
    toSend: (count: number, segments: number) =>
      count === 0
        ? 'Everybody who can get one has had a welcome text.'
        : `${people(count)} without a welcome text: ${segments === 1 ? '1 segment in all' : `${segments} segments in all`}.`,
    notSent: (count: number) =>
      `${people(count)} would get none: no cell phone, declined, opted out, or the text is too long.`,
    validate: 'Validate all',
    send: 'Send to all…',
    starting: 'Beginning…',
    sendTitle: 'Send welcome texts',
    sendNow: (count: number) => `Send to ${people(count)}`,
    validateFirst: (count: number) =>
      `${people(count)} are not validated yet. Validating first spares texts to landlines.`,
    textOf: (language: string, contacts: number) => `${language}: ${people(contacts)}`,
    exampleFor: (name: string, segments: number) =>
      `For ${name}, ${segments === 1 ? '1 segment' : `${segments} segments`}`,
    daytime: 'Texts for many keep to 8:00–21:00 at the site; you can stop at any time.',
  },
  export: {
    heading: 'Export',
    intro:
      'For the monitoring centre’s software: account number, slot number, title, phone and status as CSV.',
    everybody: 'Everybody',
    changed: 'Changed since the last export',
    making: 'Making the file…',
    made: (count: number) =>
      count === 0 ? 'Nothing has changed since the last export.' : `${people(count)} exported.`,
  },
};
