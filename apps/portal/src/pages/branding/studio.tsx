import type { Locale } from '@keyholder/domain/branding/locale';
import type { TextTemplates } from '@keyholder/domain/welcome/default-texts';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Brand } from '../../api/brands.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CheckSection } from './check-section.tsx';
import { CompanySection } from './company-section.tsx';
import { LinksSection } from './links-section.tsx';
import { LookSection } from './look-section.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { PublishBar } from './publish-bar.tsx';
import { RulesSection } from './rules-section.tsx';
import { sectionOf, SECTIONS, type Section } from './sections.ts';
import { TextsSection } from './texts-section.tsx';
import { useStudio, type Studio as StudioState } from './use-studio.ts';
import { VersionsSection } from './versions-section.tsx';
import { WordsSection } from './words-section.tsx';
import { useBrandingWords } from './words/use-branding-words.ts';

/** Tells that somebody else edited the same brand, and asks where both changed the same field. */
function MeanwhileNotice({ studio }: { readonly studio: StudioState }) {
  const words = useBrandingWords();
  const { meanwhile } = studio;
  if (meanwhile === null) return null;
  const { by, fields, clashes } = meanwhile;
  const isClash = clashes.length > 0;
  return (
    <Notice
      tone="warning"
      role="alert"
      title={words.mergedTitle}
      {...(isClash ? {} : { onDismiss: studio.dismiss })}
    >
      <p>
        {isClash
          ? `${words.clash}: ${clashes.join(', ')} (${by ?? words.somebody}).`
          : words.merged(by ?? words.somebody, fields.join(', '))}
      </p>
      {isClash && (
        <p className="choice-row">
          <ActionButton onPress={() => studio.settle('mine')}>{words.keepMine}</ActionButton>
          <ActionButton onPress={() => studio.settle('theirs')}>{words.takeTheirs}</ActionButton>
        </p>
      )}
    </Notice>
  );
}

/** The form with its live preview beside it. */
export function Studio({ brand }: { readonly brand: Brand }) {
  const words = useBrandingWords();
  const studio = useStudio(brand);
  const [section, setSection] = useState<Section>('look');
  const [language, setLanguage] = useState<Locale>(brand.draft.language);
  const [kind, setKind] = useState<keyof TextTemplates>('welcome');

  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the strip may hide the tab that is open.
    const open = tabs.current?.querySelector(`[data-key="${section}"]`);
    open?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);

  const goTo = (field: string): void => {
    const spokenIn = /^languages\.(\w+)\./u.exec(field)?.[1] as Locale | undefined;
    // What is to have focus must be there first.
    flushSync(() => {
      if (spokenIn !== undefined) setLanguage(spokenIn);
      setSection(sectionOf(field));
    });
    const place =
      document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`) ??
      document.querySelector<HTMLElement>('.studio-form [role="tabpanel"] button');
    place?.focus();
  };

  const spoken = { studio, language, onLanguage: setLanguage };
  const red = brand.findings.filter(({ level }) => level === 'red').length;
  return (
    <>
      <MeanwhileNotice studio={studio} />
      <Tabs className="studio" selectedKey={section} onSelectionChange={(key) => setSection(key as Section)}>
        <TabList ref={tabs} aria-label={words.title} className="studio-tabs">
          {SECTIONS.map((id) => (
            <Tab key={id} id={id} className="studio-tab">
              {words.sections[id]}
              {id === 'check' && red > 0 && <span className="studio-count">{red}</span>}
            </Tab>
          ))}
        </TabList>
        <div className="studio-form">
          <TabPanel id="look">
            <LookSection studio={studio} />
          </TabPanel>
          <TabPanel id="company">
            <CompanySection studio={studio} />
          </TabPanel>
          <TabPanel id="words">
            <WordsSection {...spoken} />
          </TabPanel>
          <TabPanel id="texts">
            <TextsSection {...spoken} onKind={setKind} />
          </TabPanel>
          <TabPanel id="behaviour">
            <RulesSection studio={studio} />
          </TabPanel>
          <TabPanel id="links">
            <LinksSection studio={studio} />
          </TabPanel>
          <TabPanel id="check">
            <CheckSection studio={studio} onGoTo={goTo} />
          </TabPanel>
          <TabPanel id="versions">
            <VersionsSection studio={studio} />
          </TabPanel>
        </div>
        <div className="studio-side">
          <PublishBar studio={studio} onStopped={() => setSection('check')} />
          <PreviewPane {...spoken} text={section === 'texts' ? kind : null} />
        </div>
      </Tabs>
    </>
  );
}
