import './branding.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { assignBrand, brandKeys, brandsQuery, createBrand, type BrandSummary } from '../../api/brands.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { paths } from '../../app/paths.ts';
import { useAnnounce } from '../../live/announcer.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

function BrandCard({ brand }: { readonly brand: BrandSummary }) {
  const words = useBrandingWords();
  return (
    <li className="brand-card">
      <div>
        <h2>{brand.name}</h2>
        <p className="muted">/{brand.brandKey}/</p>
        <p>{brand.publishedVersion === 0 ? words.neverPublished : words.published(brand.publishedVersion)}</p>
        <p className="muted">
          {brand.dealers.length === 0
            ? words.usedByNobody
            : `${words.usedBy} ${brand.dealers.map(({ name }) => name).join(', ')}`}
        </p>
      </div>
      <LinkButton tone="primary" to={paths.brand(brand.id)} aria-label={words.editBrand(brand.name)}>
        {words.edit}
      </LinkButton>
    </li>
  );
}

function NewBrand() {
  const words = useBrandingWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const creating = useMutation({
    mutationFn: () => createBrand(name),
    onSuccess: async (brand) => {
      client.setQueryData(brandKeys.one(brand.id), brand);
      void client.invalidateQueries({ queryKey: brandKeys.list });
      await navigate(paths.brand(brand.id));
    },
  });
  const error = fieldErrorsOf(creating.error).find(({ field }) => field === 'name') ?? null;
  return (
    <form
      className="new-brand"
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate();
      }}
    >
      <LineField
        name="newBrandName"
        label={words.newBrandName}
        error={error}
        value={name}
        onChange={setName}
        beside={
          <ActionButton
            type="submit"
            icon={<Plus aria-hidden />}
            pendingWords={creating.isPending ? words.creating : null}
          >
            {words.create}
          </ActionButton>
        }
      />
      {creating.isError && error === null && <ProblemNotice error={creating.error} />}
    </form>
  );
}

/** Which brand each dealer carries. */
function Dealers({ brands }: { readonly brands: readonly BrandSummary[] }) {
  const words = useBrandingWords();
  const client = useQueryClient();
  const announce = useAnnounce();
  const assigning = useMutation({
    mutationFn: ({ dealer, brand }: { dealer: { id: string; name: string }; brand: BrandSummary }) =>
      assignBrand(dealer.id, brand.id),
    onSuccess: async (_, { dealer, brand }) => {
      announce(words.assigned(dealer.name, brand.name));
      await client.invalidateQueries({ queryKey: brandKeys.list });
    },
  });
  const published = brands.filter(({ publishedVersion }) => publishedVersion > 0);
  const dealers = brands.flatMap((brand) =>
    brand.dealers.map((dealer) => ({ ...dealer, brandId: brand.id })),
  );
  if (published.length < 2 || dealers.length === 0) return null;
  return (
    <section className="dealers" aria-labelledby="dealers-heading">
      <h2 id="dealers-heading">{words.dealers}</h2>
      <p className="muted">{words.dealersIntro}</p>
      {assigning.isError && <ProblemNotice error={assigning.error} />}
      <div className="form-pair">
        {dealers.map((dealer) => (
          <ChoiceField
            key={dealer.id}
            name={dealer.id}
            label={words.dealerBrand(dealer.name)}
            error={null}
            choices={published.map(({ id, name }) => ({ id, text: name }))}
            value={dealer.brandId}
            onChange={(id) => {
              const brand = published.find((one) => one.id === id);
              if (brand !== undefined && id !== dealer.brandId) assigning.mutate({ dealer, brand });
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** The company's brands, and which dealers carry them. */
export function BrandingPage() {
  const words = useBrandingWords();
  const common = useWords();
  const brands = useQuery(brandsQuery);
  return (
    <>
      <div className="page-top">
        <PageHeading tab={words.title}>{words.title}</PageHeading>
      </div>
      <p className="muted">{words.intro}</p>
      {brands.isPending && <Skeleton lines={4} label={words.loading} />}
      {brands.isError && brands.data === undefined && (
        <ProblemNotice
          error={brands.error}
          title={common.problems.loadFailed}
          onRetry={() => void brands.refetch()}
        />
      )}
      {brands.data !== undefined && (
        <>
          <ul className="brand-cards">
            {brands.data.items.map((brand) => (
              <BrandCard key={brand.id} brand={brand} />
            ))}
          </ul>
          <NewBrand />
          <Dealers brands={brands.data.items} />
        </>
      )}
    </>
  );
}
