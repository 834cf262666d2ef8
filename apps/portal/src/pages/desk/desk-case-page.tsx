import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { deskCaseQuery } from '../../api/desk.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../ui/card.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { Timeline } from '../contact/timeline.tsx';
import { AnswerForm } from './answer-form.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseTexts } from './case-texts.tsx';
import { Conversation } from './conversation.tsx';

/** A case with everything that it shows, and the answer to it. */
export function DeskCasePage() {
  const words = useWords();
  const own = words.desk;
  const { caseId = '' } = useParams();
  const found = useQuery(deskCaseQuery(caseId));
  const bundle = found.data?.case.bundle;
  return (
    <div className="desk-case">
      <Link to={paths.desk} className="back-link">
        <ArrowLeft aria-hidden />
        {own.back}
      </Link>
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={8} label={words.common.loading} />}
      {found.data !== undefined && (
        <>
          <PageHeading tab={found.data.contactName ?? own.closedCase}>
            {found.data.contactName === null
              ? own.closedCase
              : `${found.data.contactName} · ${found.data.siteName}`}
          </PageHeading>
          <p className="muted">
            {found.data.dealerName} ({found.data.companyName}) · {own.askedBy(found.data.case.openedBy)}{' '}
            <RelativeTime moment={found.data.case.openedAt} />
            {found.data.case.closedAt !== null && (
              <>
                {' · '}
                {own.closedBy(found.data.closedBy)} <RelativeTime moment={found.data.case.closedAt} />
              </>
            )}
          </p>
          {bundle === null || bundle === undefined ? (
            <p>{own.closedShowsNothing}</p>
          ) : (
            <div className="desk-columns">
              <div>
                <Card title={own.conversation}>
                  <Conversation supportCase={found.data.case} />
                  <AnswerForm caseId={caseId} />
                </Card>
                <Card title={own.texts}>
                  <CaseTexts texts={bundle.texts} />
                </Card>
              </div>
              <div>
                <Card title={own.contact}>
                  <CaseFacts bundle={bundle} />
                </Card>
                <Card title={own.timeline}>
                  <Timeline entries={bundle.timeline} />
                </Card>
              </div>
            </div>
          )}
        </>
      )}
    </div>
  );
}
