import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { archiveSite, siteKeys, type Site } from '../../api/sites.ts';
import { homeKeys } from '../../api/home.ts';
import { focusHeading } from '../../ui/focus-heading.ts';
import { WarningButton } from '../../ui/warning-button.tsx';
import { useWords } from '../../words/words.tsx';

/** Takes a site out of use, after a question that says what that means; its page then offers to bring it back. */
export function ArchiveSite({ site }: { readonly site: Site }) {
  const words = useWords().archiveSite;
  const client = useQueryClient();
  const archiving = useMutation({
    mutationFn: () => archiveSite(site.id),
    onSuccess: (archived) => {
      client.setQueryData(siteKeys.one(site.id), archived);
      focusHeading();
      void client.invalidateQueries({ queryKey: siteKeys.all });
      void client.invalidateQueries({ queryKey: homeKeys.all });
    },
  });
  return (
    <WarningButton
      icon={<Archive aria-hidden />}
      question={words.question}
      meaning={words.meaning}
      keep={words.keep}
      pendingWords={archiving.isPending ? words.archiving : null}
      error={archiving.error}
      onConfirm={() => archiving.mutate()}
    >
      {words.archive}
    </WarningButton>
  );
}
