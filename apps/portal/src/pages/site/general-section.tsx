import { Pencil } from 'lucide-react';
import type { Site } from '../../api/sites.ts';
import { paths } from '../../app/paths.ts';
import { useMay } from '../../app/use-may.ts';
import { useNow } from '../../format/clock.ts';
import { clockIn } from '../../format/relative-time.ts';
import { useFormattingLocale } from '../../format/use-locale.ts';
import { Facts } from '../../ui/facts.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useWords } from '../../words/words.tsx';
import { ArchiveSite } from './archive-site.tsx';

/** What is on file about a site. */
export function GeneralSection({ site }: { readonly site: Site }) {
  const words = useWords();
  const locale = useFormattingLocale();
  const now = useNow();
  const may = useMay('sites:write') && site.archivedAt === null;
  const { addSite: labels } = words;
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(site.country) ?? site.country;
  return (
    <section className="card" aria-labelledby="general-heading">
      <div className="section-top">
        <h2 id="general-heading">{words.site.general}</h2>
        {may && (
          <LinkButton
            to={paths.editSite(site.id)}
            tone="quiet"
            icon={<Pencil aria-hidden />}
            preventScrollReset
            aria-label={words.editSite.title}
          >
            {words.contact.edit}
          </LinkButton>
        )}
      </div>
      <Facts
        facts={[
          [labels.accountNumber, site.accountNumber],
          [labels.subscriberName, site.subscriberName],
          [labels.address, site.address],
          [labels.country, country],
          [
            labels.timeZone,
            `${site.timeZone.replaceAll('_', ' ')} (${words.site.localTime(clockIn(site.timeZone, now, locale))})`,
          ],
          [labels.language, site.language === null ? labels.languageOfBrand : words.languages[site.language]],
          [labels.minimumReachable, words.site.minimum(site.minimumReachable)],
          [words.site.labelledAs, site.contactLabel],
        ]}
      />
      <p className="field-hint">{words.reachability.explained}</p>
      {may && <ArchiveSite site={site} />}
    </section>
  );
}
