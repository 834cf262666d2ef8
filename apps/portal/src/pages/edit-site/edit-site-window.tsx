import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem, fieldErrorsOf, type Problem } from '../../api/problem.ts';
import { changeSite, siteKeys, siteQuery, type Site, type SiteChange } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { changedFields, mergeEdits } from '../../forms/merge-edits.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';
import { checkSiteDraft, toNewSite, type SiteDraft } from '../add-site/site-draft.ts';
import { SiteFields } from '../add-site/site-fields.tsx';

/** What is on file about a site, as one would type it. A label that is the name is none of its own. */
const draftOf = (site: Site): SiteDraft => ({
  name: site.name,
  accountNumber: site.accountNumber,
  subscriberName: site.subscriberName ?? '',
  address: site.address ?? '',
  country: site.country,
  timeZone: site.timeZone,
  language: site.language ?? '',
  minimumReachable: String(site.minimumReachable),
  contactLabel: site.contactLabel === site.name ? '' : site.contactLabel,
});

const changeOf = (before: SiteDraft, now: SiteDraft): SiteChange =>
  changedFields(toNewSite(before), toNewSite(now));

type Edits = NonNullable<Problem['editedSince']>;

/** Edits the General section of a site. */
export function EditSiteWindow() {
  const words = useWords();
  const { siteId = '' } = useParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const site = useQuery(siteQuery(siteId));
  const [round, setRound] = useState<{ site: Site; typed: SiteDraft | null; edits: Edits } | null>(null);
  if (round === null && site.data !== undefined && !site.isFetching) {
    setRound({ site: site.data, typed: null, edits: [] });
  }
  const leave = (): void => {
    void navigate(paths.site(siteId), { preventScrollReset: true });
  };
  return (
    <Window title={words.editSite.title} onClose={leave}>
      {round === null ? (
        <div className="dialog-body">
          {site.isError ? <ProblemNotice error={site.error} /> : <Skeleton lines={6} kind="text" />}
        </div>
      ) : (
        <EditSiteForm
          key={round.site.version}
          {...round}
          onLeave={leave}
          onStale={async (mine, edits) => {
            const newest = await client.fetchQuery({ ...siteQuery(siteId), staleTime: 0 });
            const { merged } = mergeEdits(draftOf(round.site), mine, draftOf(newest));
            setRound({ site: newest, typed: merged, edits });
          }}
        />
      )}
    </Window>
  );
}

interface EditSiteFormProps {
  readonly site: Site;
  /** Null: what was typed an earlier time, or nothing yet. */
  readonly typed: SiteDraft | null;
  readonly edits: Edits;
  readonly onLeave: () => void;
  readonly onStale: (mine: SiteDraft, edits: Edits) => Promise<void>;
}

function EditSiteForm(props: EditSiteFormProps) {
  const { site, typed, edits, onLeave, onStale } = props;
  const words = useWords();
  const client = useQueryClient();
  const before = draftOf(site);
  const draft = useKeptDraft(`edit-site.${site.id}`, before, checkSiteDraft, typed ?? before);
  const saving = useMutation({
    meta: { says: words.common.saved },
    mutationFn: () => changeSite(site, changeOf(before, draft.values)),
    onSuccess: (saved) => {
      client.setQueryData(siteKeys.one(site.id), saved);
      void client.invalidateQueries({ queryKey: siteKeys.all });
      draft.forget();
      onLeave();
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.problem.status === 412) {
        await onStale(draft.values, error.problem.editedSince ?? []);
      } else draft.refuse(fieldErrorsOf(error));
    },
  });
  const names: Readonly<Record<string, string>> = {
    name: words.addSite.name,
    accountNumber: words.addSite.accountNumber,
    subscriberName: words.addSite.subscriberName,
    address: words.addSite.address,
    country: words.addSite.country,
    timeZone: words.addSite.timeZone,
    language: words.addSite.language,
    minimumReachable: words.addSite.minimumReachable,
    contactLabel: words.addSite.contactLabel,
  };
  const somebody = words.editContact.somebodyElse;
  return (
    <WindowForm
      draft={draft}
      saving={saving}
      onSubmit={() => (draft.changed ? saving.mutate() : onLeave())}
      submit={words.common.save}
      submitting={words.common.saving}
    >
      {edits.length > 0 && (
        <Notice tone="warning" role="alert" title={somebody.title}>
          {edits.map(({ at, by, fields }) => (
            <p key={at}>
              {somebody.changed(
                by ?? somebody.somebody,
                fields.map((field) => names[field] ?? field).join(', '),
              )}{' '}
              <RelativeTime moment={at} />
            </p>
          ))}
          <p>{somebody.kept}</p>
        </Notice>
      )}
      <SiteFields draft={draft} />
    </WindowForm>
  );
}
