import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';

/*
 * React Aria puts `<style>` elements into the page (touch handling, scroll locking on iOS). The policy allows exactly
 * these, by hash. This reads them from the installed version, so that an upgrade that changes one fails here and not
 * as a console error on somebody's phone.
 */

const components = realpathSync(path.join(import.meta.dirname, '../node_modules/react-aria-components'));
const dist = path.join(
  path.dirname(createRequire(path.join(components, 'package.json')).resolve('react-aria/package.json')),
  'dist/private',
);

const sources = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => readFileSync(path.join(dist, file), 'utf8'))
  .filter((source) => source.includes("createElement('style')"));

/** The template literals given to the elements, with the constants they name filled in. */
const injected = sources.flatMap((source) =>
  [...source.matchAll(/style\.textContent = `([^`]*)`\.trim\(\)/gu)].map(([, template = '']) =>
    template
      .replace(/\$\{(\S+)\}/gu, (_, name: string) => {
        const at = source.indexOf(`const ${name} = '`);
        if (at < 0) throw new Error(`${name} is no constant any more.`);
        return source.slice(at).split("'")[1] ?? '';
      })
      .trim(),
  ),
);

test('the hashes are those of the styles that React Aria injects', () => {
  expect(injected).toHaveLength(sources.length);
  const hashes = injected.map((style) => `sha256-${createHash('sha256').update(style).digest('base64')}`);
  const committed: unknown = JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../csp-style-hashes.json'), 'utf8'),
  );
  expect(hashes.length).toBeGreaterThan(0);
  expect(committed).toEqual(expect.arrayContaining(hashes));
  expect(committed).toHaveLength(hashes.length);
});
