import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { forActingDealer } from '../../api/acting.ts';
import { meQuery } from '../../api/session.ts';
import { auditFile, auditQuery, type AuditSearch, type Place } from '../../api/settings.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { AuditRow } from './audit-row.tsx';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The beginning of a day as somebody picked it, in their own time zone. @param days later */
const startOf = (day: string, days = 0): string | null => {
  const at = new Date(`${day}T00:00:00`);
  return Number.isNaN(at.getTime()) ? null : new Date(at.getTime() + days * DAY_MS).toISOString();
};

/** Who did what, when, from where. */
export function AuditPage() {
  const words = useWords();
  const own = words.audit;
  const me = useQuery(meQuery).data;
  const canDealer = me?.actions.includes('audit:read') ?? false;
  const canCompany = me?.actions.includes('company_audit:read') ?? false;
  const [chosen, setChosen] = useState<Place>('dealer');
  const place: Place = canDealer ? chosen : 'company';
  const [query, setQuery] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const search: AuditSearch = { query, since: startOf(since), until: startOf(until, 1) };
  const entries = useInfiniteQuery(auditQuery(place, search));
  const rows = entries.data?.pages.flatMap(({ items }) => items) ?? [];
  const file = auditFile(place, search);
  return (
    <>
      <div className="page-top">
        <PageHeading tab={own.title}>{own.title}</PageHeading>
        <a
          className="button button-secondary"
          href={place === 'dealer' ? forActingDealer(file) : file}
          download
        >
          <Download aria-hidden />
          <span>{own.export}</span>
        </a>
      </div>
      <p className="muted">{own.intro}</p>
      <div className="audit-search">
        {canDealer && canCompany && (
          <ChoiceField
            name="of"
            label={own.of}
            choices={[
              { id: 'dealer', text: own.dealer },
              { id: 'company', text: own.company },
            ]}
            value={place}
            onChange={(id) => {
              setChosen(id === 'company' ? 'company' : 'dealer');
            }}
            error={null}
          />
        )}
        <LineField
          label={own.search}
          hint={own.searchHint}
          name="query"
          type="search"
          autoComplete="off"
          value={query}
          onChange={setQuery}
          error={null}
        />
        <LineField
          label={own.since}
          name="since"
          type="date"
          value={since}
          onChange={setSince}
          error={null}
        />
        <LineField
          label={own.until}
          name="until"
          type="date"
          value={until}
          onChange={setUntil}
          error={null}
        />
      </div>
      {entries.isError && <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Skeleton lines={6} label={words.common.loading} />}
      {entries.isSuccess && rows.length === 0 && <p>{own.none}</p>}
      {rows.length > 0 && (
        <ol className="plain-rows card" aria-label={own.title}>
          {rows.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {entries.hasNextPage && (
        <div className="more">
          <ActionButton
            pendingWords={entries.isFetchingNextPage ? words.common.loadingMore : null}
            onPress={() => {
              void entries.fetchNextPage();
            }}
          >
            {own.more}
          </ActionButton>
        </div>
      )}
    </>
  );
}
