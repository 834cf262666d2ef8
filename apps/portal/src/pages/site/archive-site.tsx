import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { archiveSite, siteKeys, type Site } from '../../api/sites.ts';
import { homeKeys } from '../../api/home.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { focusHeading } from '../../ui/focus-heading.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

/** Takes a site out of use, after a question that says what that means; its page then offers to bring it back. */
export function ArchiveSite({ site }: { readonly site: Site }) {
  const words = useWords().archiveSite;
  const client = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const [isKept, setKept] = useState(false);
  const archiving = useMutation({
    mutationFn: () => archiveSite(site.id),
    onSuccess: (archived) => {
      client.setQueryData(siteKeys.one(site.id), archived);
      focusHeading();
      void client.invalidateQueries({ queryKey: siteKeys.all });
      void client.invalidateQueries({ queryKey: homeKeys.all });
    },
  });
  if (!isAsked) {
    return (
      <ActionButton
        tone="quiet"
        startsFocused={isKept}
        icon={<Archive aria-hidden />}
        onPress={() => {
          setAsked(true);
        }}
      >
        {words.archive}
      </ActionButton>
    );
  }
  return (
    <Notice tone="warning" role="alert" title={words.question}>
      <p>{words.meaning}</p>
      <div className="contact-actions">
        <ActionButton
          tone="danger"
          pendingWords={archiving.isPending ? words.archiving : null}
          onPress={() => {
            archiving.mutate();
          }}
        >
          {words.archive}
        </ActionButton>
        <ActionButton
          startsFocused
          onPress={() => {
            setKept(true);
            setAsked(false);
          }}
        >
          {words.keep}
        </ActionButton>
      </div>
      {archiving.isError && <ProblemNotice error={archiving.error} />}
    </Notice>
  );
}
