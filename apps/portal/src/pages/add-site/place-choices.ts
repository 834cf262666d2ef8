import { countries } from '@keyholder/domain/phone/country';
import { useMemo } from 'react';
import { useFormattingLocale } from '../../format/use-locale.ts';
import type { Choice } from '../../ui/choice-field.tsx';

/** Every country by its name in the reader's language. */
export const useCountryChoices = (): readonly Choice[] => {
  const locale = useFormattingLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    return countries()
      .map((id) => ({ id, text: names.of(id) ?? id }))
      .toSorted((a, b) => a.text.localeCompare(b.text, locale));
  }, [locale]);
};

/** Every time zone. @param chosen is one of them, whatever the browser knows */
export const useZoneChoices = (chosen: string): readonly Choice[] =>
  useMemo(() => {
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), chosen]);
    return [...zones].toSorted().map((id) => ({ id, text: id.replaceAll('_', ' ') }));
  }, [chosen]);
