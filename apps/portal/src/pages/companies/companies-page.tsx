import { useInfiniteQuery } from '@tanstack/react-query';
import { Building, Plus } from 'lucide-react';
import { useState } from 'react';
import { companiesQuery, type PlatformCompany } from '../../api/companies.ts';
import { useOpenWithDraft } from '../../forms/use-draft-key.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { CompanyRow } from './company-row.tsx';
import { MakeCompanyWindow, NEW_COMPANY } from './make-company-window.tsx';
import { SetUpSenderWindow } from './set-up-sender-window.tsx';

/** Support's companies: made here, and given the senders that they text from. */
export function CompaniesPage() {
  const words = useWords();
  const own = words.companies;
  const [search, setSearch] = useState('');
  const [making, setMaking] = useOpenWithDraft(NEW_COMPANY);
  const [settingUp, setSettingUp] = useState<PlatformCompany | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const companies = useInfiniteQuery(companiesQuery(search.trim()));
  const rows = companies.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="page-top">
        <PageHeading tab={own.title}>{own.title}</PageHeading>
        <ActionButton
          tone="primary"
          icon={<Plus aria-hidden />}
          onPress={() => {
            setDone(null);
            setMaking(true);
          }}
        >
          {own.make}
        </ActionButton>
      </div>
      <p className="muted">{own.intro}</p>
      <LiveStatus>
        {done !== null && (
          <Notice tone="good">
            <p>{done}</p>
          </Notice>
        )}
      </LiveStatus>
      <div className="audit-search">
        <LineField
          label={own.search}
          name="query"
          type="search"
          autoComplete="off"
          maxLength={100}
          value={search}
          onChange={setSearch}
          error={null}
        />
      </div>
      {companies.isError && (
        <ProblemNotice error={companies.error} onRetry={() => void companies.refetch()} />
      )}
      {companies.isPending && <Skeleton lines={4} label={words.common.loading} />}
      {companies.isSuccess && rows.length === 0 && (
        <Empty icon={Building} title={search.trim() === '' ? own.nothing : own.nothingFound(search.trim())}>
          <p>{own.nothingText}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <ul className="plain-rows card" aria-label={own.title}>
          {rows.map((company) => (
            <CompanyRow
              key={company.id}
              company={company}
              onSetUp={() => {
                setDone(null);
                setSettingUp(company);
              }}
            />
          ))}
        </ul>
      )}
      {companies.hasNextPage && (
        <div className="more">
          <ActionButton
            pendingWords={companies.isFetchingNextPage ? words.common.loadingMore : null}
            onPress={() => {
              void companies.fetchNextPage();
            }}
          >
            {own.more}
          </ActionButton>
        </div>
      )}
      {making && (
        <MakeCompanyWindow
          onClose={() => setMaking(false)}
          onMade={(name, email) => {
            setMaking(false);
            setDone(own.madeNow(name, email));
          }}
        />
      )}
      {settingUp !== null && (
        <SetUpSenderWindow
          company={settingUp}
          onClose={() => setSettingUp(null)}
          onDone={(sender) => {
            setDone(own.setUpNow(sender, settingUp.name));
            setSettingUp(null);
          }}
        />
      )}
    </>
  );
}
