import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { createSite, siteKeys } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';
import { checkSiteDraft, emptySite, toNewSite } from './site-draft.ts';
import { SiteFields } from './site-fields.tsx';

/** Adds a site, then opens it. */
export function AddSiteWindow() {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [empty] = useState(() =>
    emptySite(new Intl.DateTimeFormat().resolvedOptions().timeZone, window.navigator.language),
  );
  const draft = useKeptDraft('add-site', empty, checkSiteDraft);
  const adding = useSubmission(draft, {
    send: (values) => createSite(toNewSite(values)),
    onTaken: (site) => {
      client.setQueryData(siteKeys.one(site.id), site);
      void client.invalidateQueries({ queryKey: siteKeys.lists });
      void navigate(paths.site(site.id), { replace: true });
    },
  });
  return (
    <Window title={words.addSite.title} onClose={() => void navigate({ pathname: paths.sites, search })}>
      <WindowForm
        draft={draft}
        saving={adding}
        onSubmit={() => adding.mutate(draft.values)}
        submit={words.addSite.submit}
        submitting={words.addSite.submitting}
      >
        <SiteFields draft={draft} />
      </WindowForm>
    </Window>
  );
}
