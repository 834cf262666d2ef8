import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client.ts';
import { createRouter } from './app/router.tsx';
import { formattingLocale } from './format/locale.ts';
import { Announcer } from './live/announcer.tsx';
import './styles/index.css';
import { keepFocus } from './ui/keep-focus.ts';
import { loadWords, portalLanguage } from './words/languages.ts';
import { WordsProvider } from './words/words.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

const words = await loadWords(portalLanguage());
document.documentElement.lang = words.locale;
keepFocus();

createRoot(root).render(
  <StrictMode>
    <I18nProvider locale={formattingLocale(words.locale, navigator.languages)}>
      <WordsProvider words={words}>
        <QueryClientProvider client={createQueryClient()}>
          <Announcer>
            <RouterProvider router={createRouter()} />
          </Announcer>
        </QueryClientProvider>
      </WordsProvider>
    </I18nProvider>
  </StrictMode>,
);
