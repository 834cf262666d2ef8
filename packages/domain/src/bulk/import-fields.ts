import { fold } from '../shared/fold.ts';

/** What a column of an import can hold: first of the site, then of the contact. */
export const IMPORT_FIELDS = [
  'accountNumber',
  'siteName',
  'subscriberName',
  'address',
  'country',
  'timeZone',
  'name',
  'phone',
  'title',
  'slotNumber',
  'email',
  'emergencyContact',
  'language',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column holds each field, from 0; a field that is not there has none. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number | undefined>>>;

/** Without these columns no row can be read. */
export const NEEDED_FIELDS = ['accountNumber', 'name', 'phone'] as const satisfies readonly ImportField[];

/** The header line of the template. */
export const TEMPLATE_COLUMNS: Readonly<Record<ImportField, string>> = {
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
};

/** What other programs call the columns, in English, Spanish and French; folded, without punctuation. */
const OTHER_NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  accountNumber: [
    'account',
    'account no',
    'acct',
    'acct no',
    'account id',
    'cs no',
    'csid',
    'cuenta',
    'numero de cuenta',
    'compte',
    'numero de compte',
  ],
  siteName: ['site', 'premise', 'location', 'site name', 'sitio', 'nombre del sitio', 'nom du site'],
  subscriberName: ['subscriber', 'customer', 'customer name', 'abonado', 'abonne', 'client'],
  address: ['street', 'street address', 'site address', 'direccion', 'adresse'],
  country: ['pais', 'pays'],
  timeZone: ['timezone', 'tz', 'zona horaria', 'fuseau horaire'],
  name: ['name', 'full name', 'contact', 'call list name', 'nombre', 'nom', 'nom complet', 'contacto'],
  phone: [
    'phone',
    'mobile',
    'cell',
    'phone number',
    'mobile phone',
    'telefono',
    'movil',
    'telephone',
    'portable',
    'numero',
  ],
  title: ['role', 'relation', 'position', 'cargo', 'fonction', 'titulo', 'titre'],
  slotNumber: ['slot', 'order', 'call order', 'contact number', 'sequence', 'seq', 'orden', 'ordre'],
  email: ['e mail', 'mail', 'email address', 'correo', 'correo electronico', 'courriel'],
  emergencyContact: ['emergency', 'notify', 'emergencia', 'urgence'],
  language: ['lang', 'idioma', 'langue'],
};

const bare = (header: string): string =>
  fold(header)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Tells from the header line which column holds what; the first column of a name has it. */
export const guessMapping = (columns: readonly string[]): ImportMapping => {
  const headers = columns.map(bare);
  const mapping: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  for (const names of [
    (field: ImportField) => [bare(TEMPLATE_COLUMNS[field])],
    (field: ImportField) => OTHER_NAMES[field],
  ]) {
    for (const field of IMPORT_FIELDS) {
      if (mapping[field] !== undefined) continue;
      const column = headers.findIndex((header, index) => !taken.has(index) && names(field).includes(header));
      if (column < 0) continue;
      mapping[field] = column;
      taken.add(column);
    }
  }
  return mapping;
};

/** The cells of a row by field; what has no column or is blank is not there. */
export const readCells = (
  cells: readonly string[],
  mapping: ImportMapping,
): Readonly<Partial<Record<ImportField, string>>> =>
  Object.fromEntries(
    IMPORT_FIELDS.flatMap((field) => {
      const column = mapping[field];
      const cell = column === undefined ? '' : (cells[column] ?? '').trim();
      return cell === '' ? [] : [[field, cell]];
    }),
  );
