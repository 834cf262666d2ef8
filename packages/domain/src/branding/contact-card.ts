/** Commas, semicolons, backslashes and line breaks have a meaning in a card (RFC 2426). */
const escape = (text: string): string =>
  text.replace(/[\\,;]/gu, (character) => `\\${character}`).replace(/\r?\n/gu, '\\n');

/** Lines of at most 75 bytes; what follows begins with a space. No character is cut in two. */
const fold = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (bytes + size > 74) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += character;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
};

/** What a contact card holds. */
export interface CardDetails {
  readonly name: string;
  /** The company's telephone, E.164. */
  readonly phone: string;
  /** Numbers that its texts come from, E.164. */
  readonly textNumbers: readonly string[];
  readonly website: string | null;
  /** JPEG, base64. */
  readonly photo: string | null;
}

/** A contact card that phones take into their contacts (vCard 3.0: the version that old and new phones read). */
export const contactCard = ({ name, phone, textNumbers, website, photo }: CardDetails): string =>
  [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escape(name)}`,
    'N:;;;;',
    `ORG:${escape(name)}`,
    ...textNumbers.map((number) => `TEL;TYPE=CELL:${number}`),
    ...(textNumbers.includes(phone) ? [] : [`TEL;TYPE=WORK,VOICE:${phone}`]),
    ...(website === null ? [] : [`URL:${website}`]),
    'X-ABSHOWAS:COMPANY',
    ...(photo === null ? [] : [`PHOTO;ENCODING=b;TYPE=JPEG:${photo}`]),
    'END:VCARD',
    '',
  ]
    .map(fold)
    .join('\r\n');
