import { enableCompileCache } from 'node:module';
import { collectEarly } from './collect-early.ts';

// As main.ts does, and in the same order: compiled code is only taken from the cache where it was made with the same flags.
collectEarly();
enableCompileCache();
await import('./renew-all-pages.ts');
