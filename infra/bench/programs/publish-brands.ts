// Publishes the demo brand's page under BRANDS keys, one after the other as the publisher's jobs do, and prints how
// long one took.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository } from '../../repository.ts';
import { quantile } from '../statistics.ts';
import { demoPage } from './demo-page.ts';

interface Page {
  readonly brandKey: string;
  readonly words: Readonly<Record<string, unknown>>;
}
interface Publisher {
  publish(page: Page, formerKeys: readonly string[]): Promise<void>;
}

/** The compiled API: what runs in production is measured. */
const compiled = async <Exports>(file: string): Promise<Exports> =>
  (await import(inRepository('apps', 'api', 'dist', file))) as Exports;

const { StaticPagePublisher } = await compiled<{
  StaticPagePublisher: new (pagesDir: string, media: object) => Publisher;
}>('adapters/welcome-site/static-page-publisher.js');
const { MediaFolder } = await compiled<{ MediaFolder: new (root: string) => object }>(
  'adapters/media/media-folder.js',
);
const { Settings } = await compiled<{
  Settings: {
    read(environment: NodeJS.ProcessEnv): { readonly databaseUrl: string; readonly mediaDir: string };
  };
}>('settings.js');

const settings = Settings.read(process.env);
const page = await demoPage<Page>(settings.databaseUrl);
const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-bench-pages-'));
try {
  const publisher = new StaticPagePublisher(folder, new MediaFolder(settings.mediaDir));
  const times: number[] = [];
  for (let n = 0; n < Number(process.env['BRANDS']); n++) {
    const from = performance.now();
    await publisher.publish({ ...page, brandKey: `bench-${n}` }, []);
    times.push(performance.now() - from);
  }
  const languages = Object.keys(page.words).length;
  console.log(JSON.stringify({ languages, perLanguageMs: quantile(times, 0.95) / languages }));
} finally {
  await rm(folder, { recursive: true, force: true });
}
