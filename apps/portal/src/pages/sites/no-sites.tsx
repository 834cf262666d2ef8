import { Building2, Plus, SearchX } from 'lucide-react';
import { paths } from '../../app/paths.ts';
import { Empty } from '../../ui/empty.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';

/** What a site is for, before there is one. */
export function FirstSite() {
  const words = useWords();
  return (
    <Empty icon={Building2} title={words.sites.emptyTitle}>
      <p>{words.sites.emptyText}</p>
      <ol className="steps">
        {words.sites.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <LinkButton to={paths.addSite} tone="primary" icon={<Plus aria-hidden />}>
        {words.sites.add}
      </LinkButton>
    </Empty>
  );
}

export function NothingFound({ search }: { readonly search: string }) {
  const words = useWords();
  return (
    <Empty icon={SearchX} title={words.sites.nothingFound(search)}>
      <p>{words.sites.nothingFoundAdvice}</p>
    </Empty>
  );
}
