import type { CountryCode } from '@keyholder/domain/phone/country';
import { parsePhone } from '@keyholder/domain/phone/phone-number';
import { useMutation } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { checkPhone } from '../../api/contacts.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { useFormattingLocale } from '../../format/use-locale.ts';
import type { Draft } from '../../forms/use-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import type { ContactDraft } from './contact-draft.ts';
import { PhoneVerdict } from './phone-verdict.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';

interface PhoneFieldProps {
  readonly draft: Draft<ContactDraft>;
  readonly country: CountryCode;
}

/** The number, read as one types, with the line check beside it. */
export function PhoneField({ draft, country }: PhoneFieldProps) {
  const words = useWords().contact;
  const locale = useFormattingLocale();
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const read = parsePhone(draft.values.phone, country);
  const validating = useMutation({
    mutationFn: (phone: string) => checkPhone(phone, country),
    onError: (error) => {
      if (fieldErrorsOf(error).length > 0) draft.refuse(fieldErrorsOf(error));
    },
  });
  // A verdict belongs to the number it was asked for; another number typed since has none.
  const verdict = read.ok && validating.data?.phone === read.value.e164 ? validating.data : undefined;
  const countryName = (code: CountryCode): string => countries.of(code) ?? code;
  const hint = read.ok
    ? words.phoneReadAs(read.value.national, countryName(read.value.country ?? country))
    : words.phoneHint(countryName(country));
  return (
    <div className="phone-field">
      <LineField
        label={words.phone}
        {...draft.field('phone')}
        type="tel"
        autoComplete="off"
        hint={hint}
        onBlur={() => {
          draft.leave('phone');
        }}
        beside={
          <ActionButton
            icon={<ShieldCheck aria-hidden />}
            pendingWords={validating.isPending ? words.validating : null}
            onPress={() => {
              if (read.ok) validating.mutate(read.value.e164);
              else draft.refuse([read.error]);
            }}
          >
            {words.validate}
          </ActionButton>
        }
      />
      <LiveStatus>
        {verdict !== undefined && <PhoneVerdict check={verdict} />}
        {verdict === undefined && read.ok && read.value.plannedLineType !== null && (
          <p className="field-hint">{words.plannedLandline}</p>
        )}
      </LiveStatus>
      {validating.isError && fieldErrorsOf(validating.error).length === 0 && (
        <ProblemNotice error={validating.error} />
      )}
    </div>
  );
}
