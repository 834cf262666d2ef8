// Puts the API's programs with all that they import into few files, apps/api/dist/bundle: reading and keeping three
// thousand modules is most of a start and a fifth of the memory. From the compiled files; `pnpm build` runs it after them.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { inRepository } from './repository.ts';

const api = (...parts: readonly string[]): string => inRepository('apps', 'api', 'dist', ...parts);

/** Programs by their names in the bundle; the last two are started by the first, from beside it. */
const PROGRAMS = {
  main: api('main.js'),
  'publish-all': api('publish-all.js'),
  'picture-program': api('adapters', 'media', 'picture-program.js'),
  'film-program': api('adapters', 'media', 'film-program.js'),
};

/** What stays a package: native code, files that are looked up beside the code, and what Nest only asks for. */
const OUTSIDE =
  /^(?:sharp|pg-native|bson|libsql|@keyholder\/welcome|swagger-ui-dist|class-(?:transformer|validator)|@nestjs\/(?:microservices|websockets|platform-express)|@fastify\/(?:view|multipart)|@as-integrations\/fastify)(?:\/|$)/u;

const folder = api('bundle');
await rm(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: PROGRAMS,
  platform: 'node',
  external: OUTSIDE,
  onLog: (level, log, handle) => {
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    if (level === 'warn' && (log.code === 'EVAL' || log.code === 'CIRCULAR_DEPENDENCY')) return;
    handle(level, log);
  },
});
// Names of classes are names in the container, in metadata and in the log: they are kept.
await bundle.write({ dir: folder, format: 'esm', keepNames: true, chunkFileNames: '[name]-[hash].js' });
await bundle.close();

// One sign that is not of Latin-1 doubles the memory of a whole file's words: such signs are written by their numbers.
for (const file of await readdir(folder)) {
  const name = path.join(folder, file);
  const text = await readFile(name, 'utf8');
  await writeFile(
    name,
    text.replaceAll(/[\u{100}-\u{10ffff}]/gu, (sign) =>
      sign
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
    ),
  );
}
