import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { fieldErrorsOf } from '../../api/problem.ts';
import { createSite, siteKeys } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DiscardQuestion } from '../../ui/discard-question.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { checkSiteDraft, emptySite, toNewSite } from './site-draft.ts';
import { SiteFields } from './site-fields.tsx';

/** Adds a site, then opens it. */
export function AddSiteWindow() {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [asking, setAsking] = useState(false);
  const [empty] = useState(() =>
    emptySite(new Intl.DateTimeFormat().resolvedOptions().timeZone, window.navigator.language),
  );
  const form = useRef<HTMLFormElement>(null);
  const draft = useKeptDraft('add-site', empty, checkSiteDraft, form);
  const adding = useMutation({
    mutationFn: () => createSite(toNewSite(draft.values)),
    onSuccess: (site) => {
      draft.forget();
      client.setQueryData(siteKeys.one(site.id), site);
      void client.invalidateQueries({ queryKey: siteKeys.lists });
      void navigate(paths.site(site.id), { replace: true });
    },
    onError: (error) => {
      draft.refuse(fieldErrorsOf(error));
    },
  });
  const leave = (): void => {
    draft.forget();
    void navigate({ pathname: paths.sites, search });
  };
  return (
    <Window
      title={words.addSite.title}
      onClose={() => {
        if (draft.changed) setAsking(true);
        else leave();
      }}
    >
      <form
        ref={form}
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!adding.isPending && draft.trySubmit()) adding.mutate();
        }}
      >
        <div className="dialog-body form">
          <KeptNotice of={draft} />
          {adding.isError && <ProblemNotice error={adding.error} />}
          <SiteFields draft={draft} />
        </div>
        {asking ? (
          <DiscardQuestion
            onKeep={() => {
              setAsking(false);
            }}
            onDiscard={leave}
          />
        ) : (
          <div className="dialog-footer">
            <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
            <ActionButton
              type="submit"
              tone="primary"
              pendingWords={adding.isPending ? words.addSite.submitting : null}
            >
              {words.addSite.submit}
            </ActionButton>
          </div>
        )}
      </form>
    </Window>
  );
}
