import type { ImportColumns } from '../../api/bulk.ts';
import { SearchChoiceField } from '../../ui/search-choice-field.tsx';
import { useWords } from '../../words/words.tsx';
import { useCountryChoices, useZoneChoices } from '../add-site/place-choices.ts';

interface DefaultsFieldsProps {
  readonly value: ImportColumns['defaults'];
  readonly onChange: (defaults: ImportColumns['defaults']) => void;
}

/** Country and time zone of new sites whose row says none. */
export function DefaultsFields({ value, onChange }: DefaultsFieldsProps) {
  const words = useWords();
  const countries = useCountryChoices();
  const zones = useZoneChoices(value.timeZone);
  return (
    <div className="form-pair">
      <SearchChoiceField
        kind="id"
        name="country"
        label={words.bulk.import.defaultCountry}
        hint={words.bulk.import.defaultsHint}
        choices={countries}
        value={value.country}
        onChange={(country) => {
          onChange({ ...value, country });
        }}
        error={null}
      />
      <SearchChoiceField
        kind="id"
        name="timeZone"
        label={words.bulk.import.defaultTimeZone}
        choices={zones}
        value={value.timeZone}
        onChange={(timeZone) => {
          onChange({ ...value, timeZone });
        }}
        error={null}
      />
    </div>
  );
}
