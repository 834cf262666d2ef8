import type { Locale } from '@keyholder/domain/branding/locale';
import { useState } from 'react';
import { fileAddress, uploadFile, type BrandAsset, type BrandDraft } from '../../api/brands.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { posterOf } from './poster-of.ts';
import { UploadField } from './upload-field.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

type LanguageDraft = NonNullable<BrandDraft['languages'][Locale]>;
type Video = LanguageDraft['video'];

interface VideoFieldsProps {
  readonly studio: Studio;
  readonly language: Locale;
  readonly own: LanguageDraft;
}

/** The built-in video, none, or one's own with captions and poster. */
export function VideoFields({ studio, language, own }: VideoFieldsProps) {
  const words = useBrandingWords();
  const { brand, change } = studio;
  const { video } = own;
  const [choosing, setChoosing] = useState(false);
  const [taken, setTaken] = useState(false);
  const set = (value: Video) => change({ languages: { [language]: { video: value } } });
  const kind = choosing ? 'own' : video.kind;
  const asset = (id: string | null): BrandAsset | undefined => brand.assets.find((one) => one.id === id);
  const film = video.kind === 'own' ? asset(video.video) : undefined;

  const filmUploaded = async ({ id }: BrandAsset, file: File): Promise<void> => {
    const before = video.kind === 'own' ? video : { captions: null, poster: null };
    setChoosing(false);
    set({ kind: 'own', video: id, captions: before.captions, poster: before.poster });
    if (before.poster !== null) return;
    const picture = await posterOf(file);
    if (picture === null) return;
    const poster = await uploadFile('poster', picture, () => undefined).catch(() => null);
    if (poster === null) return;
    set({ kind: 'own', video: id, captions: before.captions, poster: poster.id });
    setTaken(true);
  };

  return (
    <>
      <ChoiceField
        name={`languages.${language}.video`}
        label={words.video}
        error={studio.errorAt(`languages.${language}.video`)}
        choices={(['built_in', 'own', 'none'] as const).map((id) => ({ id, text: words.videoKinds[id] }))}
        value={kind}
        onChange={(id) => {
          setChoosing(id === 'own' && video.kind !== 'own');
          if (id === 'built_in' || id === 'none') set({ kind: id });
        }}
      />
      {kind === 'own' && (
        <>
          <UploadField
            kind="video"
            label={words.videoFile}
            hint={words.videoHint}
            shown={
              film === undefined
                ? null
                : words.seconds(Math.round(film.seconds ?? 0), (film.bytes / 1_000_000).toFixed(1))
            }
            onUploaded={(uploaded, file) => void filmUploaded(uploaded, file)}
          />
          {video.kind === 'own' && (
            <>
              <UploadField
                kind="captions"
                label={words.captionsFile}
                hint={words.captionsHint}
                shown={video.captions === null ? null : words.captionsThere}
                onUploaded={({ id }) => set({ ...video, captions: id })}
                onRemove={() => set({ ...video, captions: null })}
              />
              <UploadField
                kind="poster"
                label={words.posterFile}
                hint={taken ? words.posterTaken : words.posterHint}
                shown={
                  asset(video.poster) === undefined ? null : (
                    <img
                      className="poster-shown"
                      src={fileAddress(asset(video.poster)?.file ?? '')}
                      alt=""
                      width={asset(video.poster)?.width ?? undefined}
                      height={asset(video.poster)?.height ?? undefined}
                    />
                  )
                }
                onUploaded={({ id }) => set({ ...video, poster: id })}
                onRemove={() => set({ ...video, poster: null })}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
