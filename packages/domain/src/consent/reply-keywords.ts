/** What a reply amounts to, decided by the whole message. */
export type ReplyMeaning = 'stop' | 'start' | 'help' | 'yes' | 'words';

/** Carriers' keywords, and whole-message phrases that mean the same. Closed lists; a stop word in a sentence is words. */
const STOP = new Set([
  'stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out', 'opt-out',
  'please stop', 'stop please', 'remove me', 'please remove me', 'take me off', 'take me off the list', 'stop texting me', 'do not text me', "don't text me", 'unsubscribe me', 'no more texts',
  'alto', 'parar', 'pare', 'baja', 'cancelar', 'detener', 'no más mensajes', 'no mas mensajes',
  'por favor pare', 'pare por favor', 'por favor alto', 'por favor paren', 'elimíname', 'eliminame', 'elimíneme', 'elimineme', 'bórrame', 'borrame', 'bórreme', 'borreme', 'dar de baja', 'darme de baja',
  'arret', 'arrêt', 'arrêter', 'arreter', 'arrêtez', 'arretez', 'désinscrire', 'desinscrire', 'plus de messages',
  "arrêtez s'il vous plaît", "arretez s'il vous plait", "s'il vous plaît arrêtez", "s'il vous plait arretez", 'stop svp', 'retirez-moi', 'retirez moi', 'supprimez-moi', 'supprimez moi', 'désinscrivez-moi', 'desinscrivez-moi',
  'توقف', 'إيقاف', 'ايقاف', 'إلغاء', 'الغاء', 'إلغاء الاشتراك', 'الغاء الاشتراك',
  'من فضلك توقف', 'توقف من فضلك', 'الرجاء التوقف', 'أزلني', 'ازلني', 'احذفني',
]); // prettier-ignore
const START = new Set(['start', 'unstop']);
const HELP = new Set(['help', 'info', 'ayuda', 'aide', 'مساعدة']);
const YES = new Set(['yes', 'y', 'si', 'sí', 'oui', 'نعم']);

/** Longer than any keyword with its punctuation; a longer message is words. */
const KEYWORD_MAX = 60;

/** Case, white space, invisible marks, full-width letters and punctuation around it do not change what a keyword means. */
const normal = (body: string): string => {
  const text = body
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (text.length > KEYWORD_MAX) return '';
  return text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[\s،,]+/gu, ' ')
    .replace(/^[\p{P} ]+|[\p{P} ]+$/gu, '');
};

/** What a reply means. Anything but a whole-message keyword is words for the dealer to read. */
export const readReply = (body: string): ReplyMeaning => {
  const text = normal(body);
  if (STOP.has(text)) return 'stop';
  if (START.has(text)) return 'start';
  if (HELP.has(text)) return 'help';
  // "Yes?" asks; consent is never read out of a question.
  if (YES.has(text) && !/[?¿؟]/u.test(body.normalize('NFKC'))) return 'yes';
  return 'words';
};

/** Keywords that carriers and the provider act on and answer by themselves (Twilio, default opt-out handling). */
const CARRIER_KEYWORDS = new Set([
  'stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'start', 'yes', 'unstop', 'help', 'info',
]); // prettier-ignore

/** True for a message that the provider has acted on and answered already, where it answers keywords at all. */
export const isCarrierKeyword = (body: string): boolean => CARRIER_KEYWORDS.has(body.trim().toLowerCase());

/** Why a dealer should read a reply soon. */
export const REPLY_WARNINGS = ['wrong_number', 'who_is_this', 'mentions_stop'] as const;
export type ReplyWarning = (typeof REPLY_WARNINGS)[number];

const WARNING_SIGNS: readonly (readonly [ReplyWarning, RegExp])[] = [
  [
    'wrong_number',
    /wrong (?:number|person)|not me\b|n[uú]mero equivocado|equivocad[oa]|mauvais num[eé]ro|pas moi\b|رقم خاطئ|الرقم خطأ/iu,
  ],
  [
    'who_is_this',
    /who(?:'?s| is) th(?:is|at)|who are you|qui[eé]n (?:es|eres)|qui (?:est|[eê]tes)|من (?:أنت|هذا|انت)/iu,
  ],
  [
    'mentions_stop',
    /\b(?:stop|unsubscribe|opt[ -]?out|remove me|quit texting|alto|cancelar|detener|arr[eê]te[rz]?|d[eé]sinscrire)\b|توقف|إلغاء/iu,
  ],
];

/** A warning about words that are no keyword; null for words that can wait. */
export const replyWarning = (body: string): ReplyWarning | null => {
  const text = body.normalize('NFKC').replace(/[’‘]/gu, "'");
  return WARNING_SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
};
