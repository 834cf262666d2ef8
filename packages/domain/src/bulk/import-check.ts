import { checkContact, type ContactDetails, type ContactInput } from '../contact/contact-details.ts';
import type { CountryCode } from '../phone/country.ts';
import { fold } from '../shared/fold.ts';
import { checkSite, type SiteDetails } from '../site/site-details.ts';
import type { FieldError } from '../shared/result.ts';
import { readCells, type ImportField, type ImportMapping } from './import-fields.ts';

/** What holds for every row that does not say otherwise. */
export interface ImportDefaults {
  /** ISO 3166-1 alpha-2, for new sites and the phones of their contacts. */
  readonly country: string;
  /** IANA time zone, for new sites. */
  readonly timeZone: string;
}

/** A site that there is, by its account number. */
export interface KnownSite {
  readonly id: string;
  readonly country: CountryCode;
  readonly archived: boolean;
  /** Name of whoever has a phone (E.164), and of whoever has a slot number. */
  readonly phones: ReadonlyMap<string, string>;
  readonly slots: ReadonlyMap<number, string>;
}

/**
 * What becomes of a row: `create` adds the contact, and the site where there is none; `on_list` changes nothing, the
 * phone is on the site's list already; `refused` cannot be accepted and says why.
 */
export const ROW_VERDICTS = ['create', 'on_list', 'refused'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

/** Something about a row that stands against nothing, but should be known before. */
export type RowNote = 'new_site' | 'not_texted_landline';

export interface CheckedRow {
  readonly verdict: RowVerdict;
  readonly accountNumber: string | null;
  /** Where the site is known. */
  readonly siteId: string | null;
  /** The site to be added. */
  readonly newSite: SiteDetails | null;
  readonly contact: ContactDetails | null;
  readonly errors: readonly FieldError[];
  readonly notes: readonly RowNote[];
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'si', 'oui', 'o']);
const NO = new Set(['no', 'n', 'false', '0', 'off', 'non']);

const notYesOrNo: FieldError = {
  field: 'emergencyContact',
  code: 'not_yes_or_no',
  message: 'This is neither yes nor no.',
  accepted: 'yes or no; empty for yes',
};

type Cells = Readonly<Partial<Record<ImportField, string>>>;

const contactInput = (cells: Cells): ContactInput => {
  const emergency = fold(cells.emergencyContact ?? 'yes');
  return {
    name: cells.name ?? '',
    phone: cells.phone ?? '',
    title: cells.title,
    slotNumber: cells.slotNumber === undefined ? null : Number(cells.slotNumber),
    email: cells.email,
    emergencyContact: !NO.has(emergency),
    language: cells.language?.toLowerCase(),
  };
};

/** A site's errors, named as the columns are. */
const ofSite = (errors: readonly FieldError[]): readonly FieldError[] =>
  errors.map((error) => (error.field === 'name' ? { ...error, field: 'siteName' } : error));

const taken = (field: 'phone' | 'slotNumber', message: string, accepted: string): FieldError => ({
  field,
  code: 'taken',
  message,
  accepted,
});

/**
 * Checks the rows of an import one after the other, as they would be written: a row sees what the rows before it would
 * have added.
 */
export class ImportChecker {
  /** What earlier rows of the file add, by account number. */
  private readonly added = new Map<
    string,
    { readonly site: SiteDetails | null; phones: Map<string, string>; slots: Map<number, string> }
  >();

  private readonly mapping: ImportMapping;
  private readonly defaults: ImportDefaults;
  private readonly sites: ReadonlyMap<string, KnownSite>;

  /** @param sites that there are already, by account number */
  constructor(mapping: ImportMapping, defaults: ImportDefaults, sites: ReadonlyMap<string, KnownSite>) {
    this.mapping = mapping;
    this.defaults = defaults;
    this.sites = sites;
  }

  check(row: readonly string[]): CheckedRow {
    const cells = readCells(row, this.mapping);
    const accountNumber = cells.accountNumber ?? null;
    const known = accountNumber === null ? undefined : this.sites.get(accountNumber);
    const earlier = accountNumber === null ? undefined : this.added.get(accountNumber);
    const errors: FieldError[] = [];
    let newSite: SiteDetails | null = null;
    if (known?.archived === true) {
      errors.push({
        field: 'accountNumber',
        code: 'archived',
        message: 'The site with this account number is archived.',
        accepted: 'the number of a site in use, or bring the site back first',
      });
    }
    if (known === undefined && earlier === undefined) {
      const site = checkSite({
        name: cells.siteName ?? '',
        accountNumber: accountNumber ?? '',
        subscriberName: cells.subscriberName,
        address: cells.address,
        country: cells.country ?? this.defaults.country,
        timeZone: cells.timeZone ?? this.defaults.timeZone,
      });
      if (site.ok) newSite = site.value;
      else errors.push(...ofSite(site.error));
    }
    const country = known?.country ?? earlier?.site?.country ?? newSite?.country ?? 'US';
    const contact = checkContact(contactInput(cells), { country });
    if (!contact.ok) errors.push(...contact.error);
    if (
      cells.emergencyContact !== undefined &&
      !YES.has(fold(cells.emergencyContact)) &&
      !NO.has(fold(cells.emergencyContact))
    ) {
      errors.push(notYesOrNo);
    }
    const refused = (more: readonly FieldError[] = []): CheckedRow => ({
      verdict: 'refused',
      accountNumber,
      siteId: known?.id ?? null,
      newSite: null,
      contact: contact.ok ? contact.value : null,
      errors: [...errors, ...more],
      notes: [],
    });
    if (errors.length > 0 || !contact.ok || accountNumber === null) return refused();
    const { phone, slotNumber, name } = contact.value;
    const holder = known?.phones.get(phone.e164);
    if (holder !== undefined) {
      return {
        verdict: 'on_list',
        accountNumber,
        siteId: known?.id ?? null,
        newSite: null,
        contact: contact.value,
        errors: [],
        notes: [],
      };
    }
    const before = earlier?.phones.get(phone.e164);
    if (before !== undefined) {
      return refused([
        taken(
          'phone',
          `An earlier row has this number for the same site: ${before}.`,
          'each number once at a site',
        ),
      ]);
    }
    const slotHolder =
      slotNumber === null ? undefined : (known?.slots.get(slotNumber) ?? earlier?.slots.get(slotNumber));
    if (slotHolder !== undefined) {
      return refused([
        taken('slotNumber', `${slotHolder} has this slot number.`, 'a free slot number, or none'),
      ]);
    }
    const entry = earlier ?? {
      site: newSite,
      phones: new Map<string, string>(),
      slots: new Map<number, string>(),
    };
    entry.phones.set(phone.e164, name);
    if (slotNumber !== null) entry.slots.set(slotNumber, name);
    this.added.set(accountNumber, entry);
    return {
      verdict: 'create',
      accountNumber,
      siteId: known?.id ?? null,
      newSite,
      contact: contact.value,
      errors: [],
      notes: [
        ...(newSite === null ? [] : (['new_site'] as const)),
        ...(phone.plannedLineType === null ? [] : (['not_texted_landline'] as const)),
      ],
    };
  }
}
