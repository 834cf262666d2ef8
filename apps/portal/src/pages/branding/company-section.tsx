import { LineField } from '../../ui/line-field.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

/** How the company is reached. */
export function CompanySection({ studio }: { readonly studio: Studio }) {
  const words = useBrandingWords();
  const { draft, change, errorAt } = studio;
  return (
    <div className="form">
      <LineField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        error={errorAt('phone')}
        value={draft.phone ?? ''}
        onChange={(phone) => change({ phone: phone === '' ? null : phone })}
      />
      {(['website', 'privacyUrl', 'termsUrl'] as const).map((field) => (
        <LineField
          key={field}
          name={field}
          type="url"
          label={words[field]}
          optional
          hint={field === 'website' ? undefined : words.builtInPage}
          error={errorAt(field)}
          value={draft[field] ?? ''}
          onChange={(text) => change({ [field]: text === '' ? null : text })}
        />
      ))}
    </div>
  );
}
