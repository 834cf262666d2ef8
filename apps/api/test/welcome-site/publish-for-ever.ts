import { PagePublisher } from '../../src/adapters/welcome-site/page-publisher.ts';
import { brand, render } from './pages.ts';

/* A publisher of its own process, to be killed. */

const pagesDir = process.argv[2] ?? '';
const publisher = new PagePublisher({ pagesDir, render });
const from = (await publisher.published('riverside'))?.version ?? 0;
process.send?.('started');
for (let version = from + 1; ; version += 1) await publisher.publishBrand(brand({ version }));
