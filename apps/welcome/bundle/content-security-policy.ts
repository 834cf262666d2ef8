import { createHash } from 'node:crypto';
import { withFixedScheme } from './scheme.ts';

const CHARSET = '<meta charset="utf-8">';
const ASTRO_META = /<meta http-equiv="content-security-policy" content="([^"]*)">/gu;

/** Directives without which a page must not leave the house. */
const REQUIRED = [
  "default-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "script-src 'self'",
];

const INLINE = /<(style|script)[^>]*>([\s\S]*?)<\/\1>/gu;
const hashOf = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const STYLES = /<style[^>]*>([\s\S]*?)<\/style>/gu;

/** The brand's colours and the style sheet in one element: one hash less, which no compression shortens. */
const joinStyles = (html: string, policy: string): { readonly html: string; readonly policy: string } => {
  const contents = [...html.matchAll(STYLES)].map(([, content = '']) => content);
  if (!contents.every((content) => policy.includes(hashOf(content)))) return { html, policy };
  const joined = contents.join('');
  let first = true;
  return {
    html: html.replaceAll(STYLES, () => {
      const element = first ? `<style>${joined}</style>` : '';
      first = false;
      return element;
    }),
    policy: policy.replace(hashOf(contents[0] ?? ''), hashOf(joined)),
  };
};

/** Without the hashes of what is not on the page: Astro always lists its five client directives. */
const narrow = (policy: string, html: string): string => {
  const present = new Set([...html.matchAll(INLINE)].map(([, , content = '']) => hashOf(content)));
  return policy.replaceAll(/ ('sha256-[^']+')/gu, (token, hash: string) => (present.has(hash) ? token : ''));
};

/**
 * Puts the page's policy into a `<meta>` straight after the charset, before anything that it governs.
 * Astro sends it as a response header, or at the end of the head; files have no headers, and a policy
 * does not cover what stands above it. It allows no inline style or script but those of the page.
 * @throws when there is no policy, or a weak one.
 */
export const placePolicy = (html: string, header: string | null): string => {
  const found = [...html.matchAll(ASTRO_META)];
  const policy = (header ?? found[0]?.[1] ?? '').trim();
  if (found.length > 1) throw new Error('The page has more than one Content-Security-Policy.');
  if (policy.includes('unsafe-') || !REQUIRED.every((directive) => policy.includes(directive))) {
    throw new Error(`The page has no safe Content-Security-Policy: "${policy}".`);
  }
  if (policy.includes('"')) throw new Error('The Content-Security-Policy does not fit an attribute.');
  const fixed = withFixedScheme(html.replaceAll(ASTRO_META, ''), policy);
  const bare = joinStyles(fixed.html, fixed.policy);
  if (bare.html.split(CHARSET).length !== 2)
    throw new Error('The page does not declare its charset exactly once.');
  return bare.html.replace(
    CHARSET,
    () => `${CHARSET}<meta http-equiv="content-security-policy" content="${narrow(bare.policy, bare.html)}">`,
  );
};
