import { changesBetween, type FieldChange } from '../shared/changes.ts';
import type { SiteDetails, SiteInput } from './site-details.ts';

/** What a dealer edits; a field that is not given keeps its value, null empties it. */
export type SiteEdit = { readonly [Field in keyof SiteInput]?: SiteInput[Field] | undefined };

const FIELDS = [
  'name',
  'accountNumber',
  'subscriberName',
  'address',
  'country',
  'timeZone',
  'language',
  'minimumReachable',
  'contactLabel',
] as const;

/**
 * The whole General section after an edit. A label that was the site's name follows a new name, as it does when the
 * site is made; a label of its own stays.
 */
export const mergeSite = (saved: SiteDetails, edit: SiteEdit): SiteInput => {
  const kept = <K extends keyof SiteInput>(field: K, value: SiteInput[K]): SiteInput[K] =>
    edit[field] === undefined ? value : edit[field];
  const label = saved.contactLabel === saved.name ? null : saved.contactLabel;
  return {
    name: kept('name', saved.name),
    accountNumber: kept('accountNumber', saved.accountNumber),
    subscriberName: kept('subscriberName', saved.subscriberName),
    address: kept('address', saved.address),
    country: kept('country', saved.country),
    timeZone: kept('timeZone', saved.timeZone),
    language: kept('language', saved.language),
    minimumReachable: kept('minimumReachable', saved.minimumReachable),
    contactLabel: kept('contactLabel', label),
  };
};

/** The fields of the General section that an edit really changes. */
export const siteChanges = (saved: SiteDetails, details: SiteDetails): readonly FieldChange[] =>
  changesBetween(saved, details, FIELDS);
