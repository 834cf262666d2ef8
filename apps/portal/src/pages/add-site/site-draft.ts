import { MINIMUM_REACHABLE_DEFAULT, checkSite } from '@keyholder/domain/site/site-details';
import type { FieldError } from '@keyholder/domain/shared/result';
import type { NewSite } from '../../api/sites.ts';
import { blankToNull } from '../../forms/blank-to-null.ts';

/** A site's fields as they are typed. */
export interface SiteDraft {
  readonly name: string;
  readonly accountNumber: string;
  readonly subscriberName: string;
  readonly address: string;
  readonly country: string;
  readonly timeZone: string;
  /** '' for the brand's. */
  readonly language: string;
  readonly minimumReachable: string;
  readonly contactLabel: string;
}

/** What is typed, as the API takes it. A count that is no number becomes NaN, which every rule refuses. */
export const toNewSite = (draft: SiteDraft): NewSite => ({
  name: draft.name,
  accountNumber: draft.accountNumber,
  subscriberName: blankToNull(draft.subscriberName),
  address: blankToNull(draft.address),
  country: draft.country,
  timeZone: draft.timeZone,
  language: blankToNull(draft.language),
  minimumReachable:
    draft.minimumReachable.trim() === '' ? MINIMUM_REACHABLE_DEFAULT : Number(draft.minimumReachable),
  contactLabel: blankToNull(draft.contactLabel),
});

/** The rules' objections to what is typed. */
export const checkSiteDraft = (draft: SiteDraft): readonly FieldError[] => {
  const checked = checkSite(toNewSite(draft));
  return checked.ok ? [] : checked.error;
};

/**
 * A site near whoever types: time zone and country of this computer.
 * @param locale for example `en-CA`, whose region is the country
 */
export const emptySite = (timeZone: string, locale: string): SiteDraft => ({
  name: '',
  accountNumber: '',
  subscriberName: '',
  address: '',
  country: new Intl.Locale(locale).region ?? 'US',
  timeZone,
  language: '',
  minimumReachable: String(MINIMUM_REACHABLE_DEFAULT),
  contactLabel: '',
});
