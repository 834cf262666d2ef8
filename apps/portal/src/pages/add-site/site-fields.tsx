import { LOCALES } from '@keyholder/domain/branding/locale';
import type { Draft } from '../../forms/use-draft.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { SearchChoiceField } from '../../ui/search-choice-field.tsx';
import { useWords } from '../../words/words.tsx';
import { useCountryChoices, useZoneChoices } from './place-choices.ts';
import type { SiteDraft } from './site-draft.ts';

type LineName = Exclude<keyof SiteDraft, 'country' | 'timeZone' | 'language'>;

/** Every field of a site. */
export function SiteFields({ draft }: { readonly draft: Draft<SiteDraft> }) {
  const words = useWords();
  const own = words.addSite;
  const countryChoices = useCountryChoices();
  const zoneChoices = useZoneChoices(draft.values.timeZone);
  const line = (name: LineName) => ({
    name,
    label: own[name],
    value: draft.values[name],
    onChange: (value: string) => {
      draft.set(name, value);
    },
    onBlur: () => {
      draft.leave(name);
    },
    error: draft.errorAt(name),
  });
  return (
    <>
      <LineField {...line('name')} startsFocused autoComplete="off" />
      <LineField {...line('accountNumber')} hint={own.accountNumberHint} autoComplete="off" />
      <LineField {...line('subscriberName')} hint={own.subscriberNameHint} optional autoComplete="off" />
      <LineField {...line('address')} hint={own.addressHint} optional autoComplete="off" />
      <div className="form-pair">
        <SearchChoiceField
          kind="id"
          {...draft.field('country')}
          label={own.country}
          hint={own.countryHint}
          choices={countryChoices}
        />
        <SearchChoiceField
          kind="id"
          {...draft.field('timeZone')}
          label={own.timeZone}
          hint={own.timeZoneHint}
          choices={zoneChoices}
        />
      </div>
      <div className="form-pair">
        <ChoiceField
          {...draft.field('language')}
          label={own.language}
          choices={[
            { id: '', text: own.languageOfBrand },
            ...LOCALES.map((id) => ({ id, text: words.languages[id] })),
          ]}
        />
        <LineField {...line('minimumReachable')} hint={own.minimumReachableHint} inputMode="numeric" />
      </div>
      <LineField {...line('contactLabel')} hint={own.contactLabelHint} optional autoComplete="off" />
    </>
  );
}
