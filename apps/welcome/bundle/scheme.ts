import { createHash } from 'node:crypto';

const FIXED = /<meta name="color-scheme" content="(light|dark)">/u;
const PREFERS_DARK = /\(prefers-color-scheme:\s*dark\)/gu;
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/gu;
const hashOf = (content: string): string => createHash('sha256').update(content).digest('base64');

/**
 * A page that is to be light or dark whatever the reader's phone prefers says so (`color-scheme`); here its conditions
 * are made to agree, and with them the hashes that the policy allows.
 */
export const withFixedScheme = (html: string, policy: string): { html: string; policy: string } => {
  const [, scheme] = FIXED.exec(html) ?? [];
  if (scheme === undefined) return { html, policy };
  const condition = scheme === 'dark' ? 'all' : 'not all';
  let allowed = policy;
  for (const [, content = ''] of html.matchAll(STYLE))
    allowed = allowed.replace(hashOf(content), hashOf(content.replaceAll(PREFERS_DARK, condition)));
  return { html: html.replaceAll(PREFERS_DARK, condition), policy: allowed };
};
