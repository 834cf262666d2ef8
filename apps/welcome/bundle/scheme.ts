import { createHash } from 'node:crypto';

const PREFERS_DARK = /\(prefers-color-scheme:\s*dark\)/gu;
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/gu;
const hashOf = (content: string): string => createHash('sha256').update(content).digest('base64');

/**
 * The page as a browser shows it that prefers the given scheme, for a preview beside a form in another one. Only the
 * conditions change, and with them the hashes that the policy allows.
 */
export const withScheme = (
  { html, policy }: { readonly html: string; readonly policy: string | null },
  scheme: 'light' | 'dark',
): { readonly html: string; readonly policy: string | null } => {
  const condition = scheme === 'dark' ? 'all' : 'not all';
  const fixed = html.replaceAll(PREFERS_DARK, condition);
  let allowed = policy;
  for (const [, content = ''] of html.matchAll(STYLE)) {
    allowed = allowed?.replace(hashOf(content), hashOf(content.replaceAll(PREFERS_DARK, condition))) ?? null;
  }
  return { html: fixed, policy: allowed };
};
