import { LineField } from '../../ui/line-field.tsx';
import { SwitchField } from '../../ui/switch-field.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

/** Digits as they are typed; an empty field is none. */
const number = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** What must happen, and when. */
export function RulesSection({ studio }: { readonly studio: Studio }) {
  const words = useBrandingWords();
  const { draft, change, errorAt } = studio;
  return (
    <div className="form">
      {(['videoRequired', 'confirmByReply', 'confirmationText'] as const).map((field) => (
        <SwitchField
          key={field}
          name={field}
          label={words[field]}
          hint={words[`${field}Hint`]}
          isSelected={draft[field]}
          onChange={(on) => change({ [field]: on })}
        />
      ))}
      <div className="form-pair">
        <LineField
          name="reminderDays"
          inputMode="numeric"
          label={words.reminderDays}
          optional
          hint={words.reminderHint}
          error={errorAt('reminderDays')}
          value={draft.reminderDays === null ? '' : String(draft.reminderDays)}
          onChange={(text) => {
            const days = number(text);
            if (days === null || Number.isInteger(days)) change({ reminderDays: days });
          }}
        />
        <LineField
          name="linkLifeDays"
          inputMode="numeric"
          label={words.linkLifeDays}
          error={errorAt('linkLifeDays')}
          value={String(draft.linkLifeDays)}
          onChange={(text) => {
            const days = Number(text);
            if (Number.isInteger(days)) change({ linkLifeDays: days });
          }}
        />
      </div>
    </div>
  );
}
