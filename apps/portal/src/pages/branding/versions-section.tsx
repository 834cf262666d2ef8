import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { brandKeys, rollBack, versionsQuery } from '../../api/brands.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Studio } from './use-studio.ts';
import { useBrandingWords } from './words/use-branding-words.ts';

/** What was published, when and by whom; each can be published again. */
export function VersionsSection({ studio }: { readonly studio: Studio }) {
  const words = useBrandingWords();
  const client = useQueryClient();
  const { brand } = studio;
  const versions = useQuery(versionsQuery(brand.id));
  const [asked, setAsked] = useState<number | null>(null);
  const rolling = useMutation({
    mutationFn: (version: number) => rollBack(brand.id, version),
    onSuccess: async (next) => {
      studio.take(next);
      setAsked(null);
      await client.invalidateQueries({ queryKey: brandKeys.versions(brand.id) });
    },
  });
  return (
    <>
      <p className="muted">{words.versionsIntro}</p>
      {versions.isPending && <Skeleton lines={3} />}
      {versions.isError && <ProblemNotice error={versions.error} onRetry={() => void versions.refetch()} />}
      {rolling.isError && <ProblemNotice error={rolling.error} />}
      {versions.data?.items.length === 0 && <p>{words.noVersions}</p>}
      <ol className="versions">
        {versions.data?.items.map(({ version, publishedAt, publishedBy, rolledBackTo, restorable }) => (
          <li key={version} className="version">
            <div>
              <strong>{words.version(version)}</strong>{' '}
              {rolledBackTo !== null && <span className="muted">{words.rolledBack(rolledBackTo)}</span>}
              <p className="muted">
                <RelativeTime moment={publishedAt} /> {publishedBy !== null && words.by(publishedBy)}
              </p>
            </div>
            {asked === version ? (
              <div className="version-question" role="alert">
                <span>{words.rollBackQuestion(version)}</span>
                <ActionButton
                  tone="primary"
                  startsFocused
                  pendingWords={rolling.isPending ? words.publishing : null}
                  onPress={() => rolling.mutate(version)}
                >
                  {words.rollBack}
                </ActionButton>
                <ActionButton tone="quiet" onPress={() => setAsked(null)}>
                  {words.cancel}
                </ActionButton>
              </div>
            ) : (
              restorable &&
              version !== brand.publishedVersion && (
                <ActionButton onPress={() => setAsked(version)}>{words.rollBack}</ActionButton>
              )
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
