import { judgeSegments, SEGMENTS_MAX, type Segments } from '../welcome/segments.ts';
import type { TextPart } from '../welcome/text-template.ts';
import type { ReaderLanguage } from './reader-language.ts';

interface TextVerdictWords {
  /** What a text must say, as a sentence about what is missing ends. */
  readonly parts: Readonly<Record<TextPart, string>>;
  readonly tooMany: (count: number, most: number) => string;
  readonly billed: (count: number) => string;
  /** @param characters each in the language's quotation marks */
  readonly forced: (characters: string) => string;
  readonly quoted: (character: string) => string;
}

/** What is said about a text before it is sent, in each language. */
const TEXT_VERDICTS: Readonly<Record<ReaderLanguage, TextVerdictWords>> = {
  en: {
    parts: {
      brand: '{{brand}}',
      namedBy: '{{namedBy}}, who named the contact',
      site: '{{site}}',
      link: '{{link}} exactly once',
      phone: '{{phone}}',
      frequency: 'that message frequency varies',
      rates: 'that message and data rates may apply',
      help: 'the word HELP',
      stop: 'the word STOP',
      start: 'the word START',
    },
    tooMany: (count, most) => `${count} segments are more than ${most}.`,
    billed: (count) => `${count} segments: each is billed as one text.`,
    forced: (characters) => `${characters} needs the longer encoding.`,
    quoted: (character) => `“${character}”`,
  },
  es: {
    parts: {
      brand: '{{brand}}',
      namedBy: '{{namedBy}}, quién nombró al contacto',
      site: '{{site}}',
      link: '{{link}} exactamente una vez',
      phone: '{{phone}}',
      frequency: 'que la frecuencia de los mensajes varía',
      rates: 'que pueden aplicarse tarifas de mensajes y datos',
      help: 'la palabra HELP',
      stop: 'la palabra STOP',
      start: 'la palabra START',
    },
    tooMany: (count, most) => `${count} segmentos son más de ${most}.`,
    billed: (count) => `${count} segmentos: cada uno se cobra como un mensaje.`,
    forced: (characters) => `${characters} necesita la codificación larga.`,
    quoted: (character) => `«${character}»`,
  },
  fr: {
    parts: {
      brand: '{{brand}}',
      namedBy: '{{namedBy}}, qui a désigné le contact',
      site: '{{site}}',
      link: '{{link}} exactement une fois',
      phone: '{{phone}}',
      frequency: 'que la fréquence des messages varie',
      rates: 'que des frais de messages et de données peuvent s’appliquer',
      help: 'le mot HELP',
      stop: 'le mot STOP',
      start: 'le mot START',
    },
    tooMany: (count, most) => `${count} segments, c’est plus que ${most}.`,
    billed: (count) => `${count} segments : chacun est facturé comme un SMS.`,
    forced: (characters) => `${characters} demande l’encodage long.`,
    quoted: (character) => `« ${character} »`,
  },
};

/** Why a text of so many segments is long or cannot go out; null where nothing is to be said. */
export const segmentsVerdictIn = (segments: Segments, language: ReaderLanguage): string | null => {
  const verdict = judgeSegments(segments);
  if (verdict === 'fine') return null;
  const words = TEXT_VERDICTS[language];
  const { count, forcedBy } = segments;
  const length = verdict === 'refused' ? words.tooMany(count, SEGMENTS_MAX) : words.billed(count);
  if (forcedBy.length === 0) return length;
  return `${length} ${words.forced(forcedBy.map(words.quoted).join(' '))}`;
};

/** What a text does not say although it must, in words. */
export const missingPartsIn = (parts: readonly TextPart[], language: ReaderLanguage): string =>
  parts.map((part) => TEXT_VERDICTS[language].parts[part]).join('; ');
