import type { EvidenceExport } from './evidence.schemas.ts';

const escape = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);

/** What each piece shows, in words of a reader who knows nothing of this program. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  permission_stated: 'The dealer stated that the person had given permission',
  text_sent: 'A text was handed to the provider',
  page_opened: 'The person opened the welcome page',
  video_watched: 'The person watched the video',
  confirmed: 'The person confirmed',
  declined: 'The person declined',
  decline_withdrawn: 'The person took the refusal back',
  reply: 'The person replied',
  opted_out: 'The person opted out of all texts of the brand',
  opted_in: 'The person came back',
};

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const details = (text: string): string =>
  Object.entries(JSON.parse(text) as Record<string, unknown>)
    .map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(shown(value))}</dd>`)
    .join('');

/** The export as one page that can be read and printed anywhere: no script, nothing fetched. */
export const evidencePage = (evidence: EvidenceExport): string => {
  const { contact, site, dealer, deletions, pieces, head, exportedAt } = evidence;
  const rows = pieces
    .map(
      ({ seq, kind, at, detail, hash }) => `<section>
<h2>${seq}. ${escape(KIND_WORDS[kind] ?? kind)}</h2>
<p><time datetime="${escape(at)}">${escape(at)}</time></p>
<dl>${details(detail)}</dl>
<p class="hash">SHA-256 ${escape(hash)}</p>
</section>`,
    )
    .join('\n');
  const deleted = deletions
    .map(
      (one) => `<section>
<h2>${one.firstSeq}–${one.lastSeq}. Deleted: ${one.pieces}</h2>
<p><time datetime="${escape(one.deletedAt)}">${escape(one.deletedAt)}</time></p>
<p>The person had been removed on ${escape(one.removedAt)}, and evidence was kept for ${one.keptYears} years after that.</p>
<p class="hash">SHA-256 of the last ${escape(one.lastHash)}</p>
</section>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Consent evidence: ${escape(contact.name)}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid; padding: 0.5rem 0; break-inside: avoid; }
h2 { font-size: 1.1rem; margin: 0.5rem 0; }
dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: 0.25rem 1rem; margin: 0.5rem 0; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.hash { font: 0.8rem monospace; overflow-wrap: anywhere; opacity: 0.8; }
</style>
</head>
<body>
<h1>Consent evidence</h1>
<dl>
<dt>Person</dt><dd>${escape(contact.name)}</dd>
<dt>Number</dt><dd>${escape(contact.phone)}</dd>
<dt>Site</dt><dd>${escape(site.name)} (${escape(site.accountNumber)})</dd>
<dt>Dealer</dt><dd>${escape(dealer.name)}</dd>
<dt>Removed</dt><dd>${escape(contact.removedAt ?? 'no')}</dd>
<dt>Exported</dt><dd>${escape(exportedAt)}</dd>
<dt>Pieces</dt><dd>${pieces.length}</dd>
</dl>
<p>Each piece carries a hash over itself and the piece before it. One that was changed, removed or put in between no
longer fits; the file in JSON can be checked without this program. The last hash is the whole chain's:</p>
<p class="hash">${escape(head ?? 'none')}</p>
${deleted}
${rows}
</body>
</html>
`;
};
