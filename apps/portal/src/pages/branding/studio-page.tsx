import './branding.css';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { brandQuery } from '../../api/brands.ts';
import { paths } from '../../app/paths.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { Studio } from './studio.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

/** One brand: look, words, texts, rules, versions, with a live preview. */
export function StudioPage() {
  const words = useBrandingWords();
  const common = useWords();
  const { brandId = '' } = useParams();
  const brand = useQuery(brandQuery(brandId));
  const name = brand.data?.draft.name ?? words.title;
  return (
    <>
      <Link className="back-link" to={paths.branding}>
        <ArrowLeft aria-hidden />
        {words.back}
      </Link>
      <div className="page-top">
        <PageHeading tab={name}>{name}</PageHeading>
      </div>
      {brand.isPending && <Skeleton lines={8} label={words.loading} />}
      {brand.isError && brand.data === undefined && (
        <ProblemNotice
          error={brand.error}
          title={common.problems.loadFailed}
          onRetry={() => void brand.refetch()}
        />
      )}
      {brand.data !== undefined && <Studio key={brand.data.id} brand={brand.data} />}
    </>
  );
}
