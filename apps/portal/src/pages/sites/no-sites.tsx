import { Building2, Plus, SearchX } from 'lucide-react';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';

/** What a site is for, before there is one. */
export function FirstSite() {
  const words = useWords();
  return (
    <section className="empty">
      <Building2 className="empty-icon" aria-hidden />
      <h2>{words.sites.emptyTitle}</h2>
      <p>{words.sites.emptyText}</p>
      <ol className="steps">
        {words.sites.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <LinkButton to={paths.addSite} tone="primary" icon={<Plus aria-hidden />}>
        {words.sites.add}
      </LinkButton>
    </section>
  );
}

export function NothingFound({ search }: { readonly search: string }) {
  const words = useWords();
  return (
    <section className="empty">
      <SearchX className="empty-icon" aria-hidden />
      <h2>{words.sites.nothingFound(search)}</h2>
      <p>{words.sites.nothingFoundAdvice}</p>
    </section>
  );
}
