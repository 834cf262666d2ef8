/** What a reply amounts to, decided by the whole message. */
export type ReplyMeaning = 'stop' | 'start' | 'help' | 'yes' | 'words';

/** Carriers' keywords, and whole-message phrases that mean the same. Closed lists; a stop word in a sentence is words. */
const STOP = new Set([
  'stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out', 'opt-out',
  'please stop', 'stop please', 'remove me', 'please remove me', 'take me off', 'take me off the list', 'stop texting me', 'do not text me', "don't text me", 'unsubscribe me', 'no more texts',
  'alto', 'parar', 'pare', 'baja', 'cancelar', 'detener', 'no más mensajes', 'no mas mensajes',
  'arret', 'arrêt', 'arrêter', 'arreter', 'désinscrire', 'desinscrire', 'plus de messages',
  'توقف', 'إيقاف', 'ايقاف', 'إلغاء', 'الغاء', 'إلغاء الاشتراك',
]); // prettier-ignore
const START = new Set(['start', 'unstop']);
const HELP = new Set(['help', 'info', 'ayuda', 'aide', 'مساعدة']);
const YES = new Set(['yes', 'y', 'si', 'sí', 'oui', 'نعم']);

/** Case, surrounding white space, closing punctuation and quotes do not change what a keyword means. */
const normal = (body: string): string =>
  body
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(/^["'“”«» ]+|["'“”«» .!¡?¿]+$/gu, '')
    .trim();

/** What a reply means. Anything but a whole-message keyword is words for the dealer to read. */
export const readReply = (body: string): ReplyMeaning => {
  const text = normal(body);
  if (STOP.has(text)) return 'stop';
  if (START.has(text)) return 'start';
  if (HELP.has(text)) return 'help';
  if (YES.has(text)) return 'yes';
  return 'words';
};
