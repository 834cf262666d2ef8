import type { Site } from '../../api/sites.ts';
import { useNow } from '../../format/clock.ts';
import { clockIn } from '../../format/relative-time.ts';
import { useFormattingLocale } from '../../format/use-locale.ts';
import { Facts } from '../../ui/facts.tsx';
import { useWords } from '../../words/words.tsx';

/** What is on file about a site. */
export function GeneralSection({ site }: { readonly site: Site }) {
  const words = useWords();
  const locale = useFormattingLocale();
  const now = useNow();
  const { addSite: labels } = words;
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(site.country) ?? site.country;
  return (
    <section className="card" aria-labelledby="general-heading">
      <h2 id="general-heading">{words.site.general}</h2>
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
    </section>
  );
}
