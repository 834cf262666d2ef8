import { CORNERS, SCHEMES } from '@keyholder/domain/branding/brand-page';
import { fileAddress } from '../../api/brands.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { UploadField } from './upload-field.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

/** Name, logos, colours. */
export function LookSection({ studio }: { readonly studio: Studio }) {
  const words = useBrandingWords();
  const { brand, draft, change, errorAt } = studio;
  const logo = (field: 'logoLight' | 'logoDark') => {
    const asset = brand.assets.find(({ id }) => id === draft[field]);
    return (
      <UploadField
        kind="logo"
        label={words[field]}
        hint={field === 'logoLight' ? words.logoHint : words.logoDarkHint}
        shown={
          asset === undefined ? null : (
            <img
              className={`logo-shown logo-shown-${field === 'logoLight' ? 'light' : 'dark'}`}
              src={fileAddress(asset.file)}
              alt=""
              width={asset.width ?? undefined}
              height={asset.height ?? undefined}
            />
          )
        }
        onUploaded={({ id }) => change({ [field]: id })}
        onRemove={() => change({ [field]: null })}
      />
    );
  };
  return (
    <div className="form">
      <LineField
        name="name"
        label={words.name}
        hint={words.nameHint}
        error={errorAt('name')}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      {logo('logoLight')}
      {logo('logoDark')}
      <div className="form-pair">
        <LineField
          name="colour"
          label={words.colour}
          hint={words.colourHint}
          error={errorAt('colour')}
          value={draft.colour}
          onChange={(colour) => change({ colour })}
          beside={
            <input
              type="color"
              className="colour-well"
              aria-label={words.colour}
              value={/^#[0-9a-f]{6}$/iu.test(draft.colour) ? draft.colour : '#000000'}
              onChange={({ target }) => change({ colour: target.value })}
            />
          }
        />
        <LineField
          name="colourDark"
          label={words.colourDark}
          optional
          hint={words.colourDarkHint}
          error={errorAt('colourDark')}
          value={draft.colourDark ?? ''}
          onChange={(text) => change({ colourDark: text === '' ? null : text })}
          beside={
            <input
              type="color"
              className="colour-well"
              aria-label={words.colourDark}
              value={draft.colourDark ?? brand.colours.dark.accent}
              onChange={({ target }) => change({ colourDark: target.value })}
            />
          }
        />
      </div>
      <p className="colours-used">
        <span className="colour-dot" data-on="light">
          <svg viewBox="0 0 10 10" aria-hidden>
            <circle cx="5" cy="5" r="5" fill={brand.colours.light.accent} />
          </svg>
        </span>
        <span className="colour-dot" data-on="dark">
          <svg viewBox="0 0 10 10" aria-hidden>
            <circle cx="5" cy="5" r="5" fill={brand.colours.dark.accent} />
          </svg>
        </span>
        {words.used(brand.colours.light.accent, brand.colours.dark.accent)}
      </p>
      <div className="form-pair">
        <ChoiceField
          name="scheme"
          label={words.scheme}
          error={errorAt('scheme')}
          choices={SCHEMES.map((id) => ({ id, text: words.schemes[id] }))}
          value={draft.scheme}
          onChange={(scheme) => change({ scheme: scheme as (typeof SCHEMES)[number] })}
        />
        <ChoiceField
          name="corners"
          label={words.corners}
          error={errorAt('corners')}
          choices={CORNERS.map((id) => ({ id, text: words.cornerKinds[id] }))}
          value={draft.corners}
          onChange={(corners) => change({ corners: corners as (typeof CORNERS)[number] })}
        />
      </div>
    </div>
  );
}
