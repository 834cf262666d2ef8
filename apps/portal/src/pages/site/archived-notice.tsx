import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArchiveRestore } from 'lucide-react';
import { homeKeys } from '../../api/home.ts';
import { restoreSite, siteKeys, type Site } from '../../api/sites.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

/** Stands in place of an archived site's list: since when, and the way back. */
export function ArchivedNotice({ site, since }: { readonly site: Site; readonly since: string }) {
  const words = useWords().archiveSite;
  const may = useMay('sites:write');
  const client = useQueryClient();
  const restoring = useMutation({
    mutationFn: () => restoreSite(site.id),
    onSuccess: (restored) => {
      client.setQueryData(siteKeys.one(site.id), restored);
      focusHeading();
      void client.invalidateQueries({ queryKey: siteKeys.all });
      void client.invalidateQueries({ queryKey: homeKeys.all });
    },
  });
  return (
    <Notice tone="info" title={words.isArchived}>
      <p>
        {words.since} <RelativeTime moment={since} />. {words.isArchivedMeaning}
      </p>
      {may && (
        <ActionButton
          tone="primary"
          icon={<ArchiveRestore aria-hidden />}
          pendingWords={restoring.isPending ? words.restoring : null}
          onPress={() => {
            restoring.mutate();
          }}
        >
          {words.restore}
        </ActionButton>
      )}
      {restoring.isError && <ProblemNotice error={restoring.error} />}
    </Notice>
  );
}
