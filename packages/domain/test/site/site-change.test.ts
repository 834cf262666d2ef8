import { describe, expect, test } from 'vitest';
import { mergeSite, siteChanges, type SiteEdit } from '../../src/site/site-change.ts';
import { checkSite, type SiteDetails } from '../../src/site/site-details.ts';

const saved = (more: Partial<SiteDetails> = {}): SiteDetails => ({
  name: 'Ortiz Market',
  accountNumber: 'RA-1',
  subscriberName: 'Dana Ortiz',
  address: '1 Main Street',
  country: 'US',
  timeZone: 'America/Chicago',
  language: null,
  minimumReachable: 2,
  contactLabel: 'Ortiz Market',
  ...more,
});

const changes = (edit: SiteEdit, site = saved()) => {
  const details = checkSite(mergeSite(site, edit));
  if (!details.ok) throw new Error(JSON.stringify(details.error));
  return siteChanges(site, details.value).map(({ field, to }) => [field, to]);
};

describe('an edit of a site', () => {
  test.each<[string, SiteEdit, SiteDetails, unknown[][]]>([
    ['nothing', {}, saved(), []],
    ['the same again', { name: ' Ortiz Market ', minimumReachable: 2 }, saved(), []],
    [
      'name: a label that was the name follows',
      { name: 'Ortiz' },
      saved(),
      [
        ['name', 'Ortiz'],
        ['contactLabel', 'Ortiz'],
      ],
    ],
    [
      'name: a label of its own stays',
      { name: 'Ortiz' },
      saved({ contactLabel: 'The shop' }),
      [['name', 'Ortiz']],
    ],
    ['label', { contactLabel: 'The shop' }, saved(), [['contactLabel', 'The shop']]],
    [
      'label emptied: the name',
      { contactLabel: null },
      saved({ contactLabel: 'The shop' }),
      [['contactLabel', 'Ortiz Market']],
    ],
    ['address emptied', { address: null }, saved(), [['address', null]]],
    ['country not given stays', { language: 'es' }, saved({ country: 'FR' }), [['language', 'es']]],
    [
      'the rest',
      { accountNumber: 'RA-2', timeZone: 'Europe/Paris', minimumReachable: 3 },
      saved(),
      [
        ['accountNumber', 'RA-2'],
        ['timeZone', 'Europe/Paris'],
        ['minimumReachable', 3],
      ],
    ],
  ])('%s', (_name, edit, site, expected) => {
    expect(changes(edit, site)).toEqual(expected);
  });
});
