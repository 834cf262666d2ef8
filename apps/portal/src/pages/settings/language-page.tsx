import { changeLanguage } from '../../api/session.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import {
  bestLanguage,
  chooseLanguage,
  chosenLanguage,
  PORTAL_LANGUAGES,
  type PortalLanguage,
} from '../../words/languages.ts';
import { useWords } from '../../words/words.tsx';

const OF_BROWSER = '';

/** The language that the portal is read in, in this browser. */
export function LanguagePage() {
  const words = useWords().settings.language;
  const ofBrowser = PORTAL_LANGUAGES[bestLanguage(window.navigator.languages)];
  return (
    <>
      <PageHeading tab={words.title}>{words.title}</PageHeading>
      <section className="card bulk-card">
        <p>{words.intro}</p>
        <ChoiceField
          name="language"
          label={words.title}
          error={null}
          choices={[
            { id: OF_BROWSER, text: words.ofBrowser(ofBrowser) },
            ...Object.entries(PORTAL_LANGUAGES).map(([id, text]) => ({ id, text })),
          ]}
          value={chosenLanguage() ?? OF_BROWSER}
          onChange={(id) => {
            const chosen = id === OF_BROWSER ? null : (id as PortalLanguage);
            // Mails follow; a connection that is lost just now does not keep the page from changing.
            void changeLanguage(chosen ?? bestLanguage(window.navigator.languages))
              .catch(() => undefined)
              .then(() => chooseLanguage(chosen));
          }}
        />
      </section>
    </>
  );
}
