import { LOCALES } from '@keyholder/domain/branding/locale';
import { checkEmail, TITLE_SUGGESTIONS } from '@keyholder/domain/contact/contact-details';
import type { CountryCode } from '@keyholder/domain/phone/country';
import type { Draft } from '../../forms/use-draft.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { SearchChoiceField } from '../../ui/search-choice-field.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import { useWords } from '../../words/words.tsx';
import type { ContactDraft } from './contact-draft.ts';
import { PhoneField } from './phone-field.tsx';
import { SlotField } from './slot-field.tsx';

const TITLES = TITLE_SUGGESTIONS.map((title) => ({ id: title, text: title }));

interface ContactFieldsProps {
  readonly draft: Draft<ContactDraft>;
  /** Of the site; default of its phones. */
  readonly country: CountryCode;
  readonly takenSlots: readonly number[];
}

/** Every field of a contact. */
export function ContactFields({ draft, country, takenSlots }: ContactFieldsProps) {
  const words = useWords();
  const own = words.contact;
  const hasEmail = checkEmail(draft.values.email).ok;
  return (
    <>
      <LineField
        label={own.name}
        {...draft.field('name')}
        startsFocused
        autoComplete="off"
        onBlur={() => {
          draft.leave('name');
        }}
      />
      <PhoneField draft={draft} country={country} />
      <div className="form-pair">
        <SearchChoiceField
          kind="text"
          {...draft.field('title')}
          label={own.jobTitle}
          hint={own.jobTitleHint}
          optional
          choices={TITLES}
          onBlur={() => {
            draft.leave('title');
          }}
        />
        <SlotField draft={draft} takenSlots={takenSlots} />
      </div>
      <LineField
        label={own.email}
        {...draft.field('email')}
        type="email"
        inputMode="email"
        autoComplete="off"
        optional
        onBlur={() => {
          draft.leave('email');
        }}
      />
      <SwitchField
        name="emailVerification"
        label={own.emailVerification}
        hint={hasEmail ? own.emailVerificationHint : own.emailVerificationNeeds}
        isDisabled={!hasEmail}
        isSelected={hasEmail && draft.values.emailVerification}
        onChange={(on) => {
          draft.set('emailVerification', on);
        }}
      />
      <SwitchField
        name="emergencyContact"
        label={own.emergencyContact}
        hint={own.emergencyContactHint}
        isSelected={draft.values.emergencyContact}
        onChange={(on) => {
          draft.set('emergencyContact', on);
        }}
      />
      <ChoiceField
        {...draft.field('language')}
        label={own.language}
        choices={[
          { id: '', text: own.languageOfSite },
          ...LOCALES.map((id) => ({ id, text: words.languages[id] })),
        ]}
      />
    </>
  );
}
