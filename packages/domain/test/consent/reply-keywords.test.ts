import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply, type ReplyMeaning } from '../../src/consent/reply-keywords.ts';

const TABLE: Record<ReplyMeaning, readonly string[]> = {
  stop: [
    'STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'stop all', 'opt out', 'opt-out',
    'please stop', 'Please, stop!', 'stop please', 'remove me', 'Remove me.', 'please remove me', 'stop texting me', "Don't text me", 'Don’t text me', 'no more texts',
    'alto', '¡Alto!', 'parar', 'por favor pare', 'Pare, por favor', 'elimíname', 'ELIMINAME', 'baja', 'no más mensajes',
    'arrêt', 'ARRET', 'Arrêtez', 's’il vous plaît arrêtez', 'retirez-moi', 'désinscrivez-moi', 'plus de messages',
    'توقف', '\u200fتوقف', 'إلغاء الاشتراك', 'من فضلك توقف', 'أزلني',
    '"Stop."', '(stop)', 'STOP…', 'stop?', 'ＳＴＯＰ', 'st\u200bop', 'STOP\n', 'arre\u0302t',
  ],
  start: ['START', 'start', 'UNSTOP', 'Start!', ' start '],
  help: ['HELP', 'help', 'Help?', 'INFO', 'ayuda', 'aide', 'مساعدة'],
  yes: ['YES', 'yes', 'Yes!', 'y', 'sí', 'si', 'oui', 'نعم', ' YES. '],
  words: [
    '', ' ', '?', '...', '👍', 'Stop them!', "don't stop", 'stop the alarm', 'I will be there, please stop by', 'stopped', 'nonstop', 'cancel the guard', 'the end', 'quit it now',
    'restart', 'start the video', 'help me', 'yes please call me', 'yes?', '¿sí?', 'Yes？', 'no', 'who is this', 'wrong number', 'confirm', '1',
    'stop '.repeat(100), 'stop'.repeat(2000), `stop${'.'.repeat(10_000)}`, 'remove the alarm', 'unstoppable',
  ],
}; // prettier-ignore

describe('replies', () => {
  for (const [meaning, replies] of Object.entries(TABLE)) {
    test.each(replies)(`%j is ${meaning}`, (reply) => {
      expect(readReply(reply)).toBe(meaning);
    });
  }

  const keyword = fc.constantFrom(...TABLE.stop, ...TABLE.start, ...TABLE.help, ...TABLE.yes);
  const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00a0'), maxLength: 20 });
  test('case and outer space do not matter', () => {
    fc.assert(
      fc.property(keyword, space, space, fc.boolean(), (word, before, behind, upper) => {
        const cased = upper ? word.toUpperCase() : word.toLowerCase();
        expect(readReply(before + cased + behind)).toBe(readReply(word));
      }),
      { numRuns: 500 },
    );
  });
  test('a keyword inside a sentence is words', () => {
    fc.assert(
      fc.property(keyword, fc.constantFrom('the burglar', 'now ok', 'xyz'), (word, rest) => {
        expect(readReply(`${word} ${rest}`)).toBe('words');
        expect(readReply(`${rest} ${word}`)).toBe('words');
      }),
    );
  });
});
