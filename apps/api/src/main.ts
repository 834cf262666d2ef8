import { enableCompileCache } from 'node:module';
import { collectEarly } from './collect-early.ts';

collectEarly();
// Compiled code is kept between starts, in the system's temporary folder: most of a start is compiling. Before anything
// else is loaded, so the program itself is loaded here and not imported above.
enableCompileCache();
await import('./serve.ts');
