import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { brandKeys, brandQuery, publishBrand } from '../../api/brands.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

const LOOK_EVERY_MS = 300;

/** Whether the draft is saved and what of it is published; publishes it. */
export function PublishBar({
  studio,
  onStopped,
}: {
  readonly studio: Studio;
  readonly onStopped: () => void;
}) {
  const words = useBrandingWords();
  const client = useQueryClient();
  const { brand, state } = studio;
  const red = brand.findings.filter(({ level }) => level === 'red').length;
  const isLive = brand.publishedVersion > 0 && brand.liveVersion === brand.publishedVersion;
  const goesLive = brand.publishedVersion > 0 && !isLive;
  // Looked at until the pages are written.
  useQuery({ ...brandQuery(brand.id), refetchInterval: goesLive ? LOOK_EVERY_MS : false });
  const publishing = useMutation({
    mutationFn: async () => {
      if (!(await studio.flush())) return null;
      const now = client.getQueryData(brandQuery(brand.id).queryKey) ?? brand;
      return publishBrand(now);
    },
    onSuccess: async (next) => {
      if (next === null) return;
      studio.take(next);
      await client.invalidateQueries({ queryKey: brandKeys.versions(brand.id) });
      await client.invalidateQueries({ queryKey: brandKeys.list });
    },
  });
  const said = { saved: words.saved, saving: words.saving, refused: words.notSaved, offline: words.offline };
  const open = brand.unpublished?.length ?? null;
  return (
    <div className="publish-bar">
      <LiveStatus className="publish-state">
        <p data-state={state}>{said[state]}</p>
        <p className="muted">
          {open === null ? words.neverPublished : open === 0 ? words.allPublished : words.unpublished(open)}
          {red > 0 && ` ${words.stopped(red)}`}
        </p>
        {goesLive && <p>{words.goingLive}</p>}
        {isLive && publishing.isSuccess && open === 0 && (
          <Notice tone="good">
            <p>
              {words.live(brand.liveVersion ?? 0)}{' '}
              <a href={`${brand.draft.linkOrigin}/${brand.brandKey}/`} target="_blank" rel="noreferrer">
                {words.openPage}
              </a>
            </p>
          </Notice>
        )}
      </LiveStatus>
      <ActionButton
        tone="primary"
        pendingWords={publishing.isPending ? words.publishing : null}
        onPress={() => {
          if (red > 0) onStopped();
          else publishing.mutate();
        }}
      >
        {words.publish}
      </ActionButton>
      {publishing.isError && <ProblemNotice error={publishing.error} />}
    </div>
  );
}
