import { useQuery } from '@tanstack/react-query';
import { companyQuery } from '../../api/settings.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { CompanyForm } from './company-form.tsx';
import { DealersSection } from './dealers-section.tsx';

/** What the admins of a company set, and its dealers. */
export function CompanyPage() {
  const words = useWords();
  const company = useQuery(companyQuery);
  return (
    <>
      <PageHeading tab={words.company.title}>{words.company.title}</PageHeading>
      {company.isError && <ProblemNotice error={company.error} onRetry={() => void company.refetch()} />}
      {company.isPending && <Skeleton lines={4} label={words.common.loading} />}
      {company.data !== undefined && (
        <>
          <CompanyForm key={company.data.version} company={company.data} />
          <DealersSection ceiling={company.data.dailyWelcomeCeiling} />
        </>
      )}
    </>
  );
}
