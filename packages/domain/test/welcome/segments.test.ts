import { describe, expect, test } from 'vitest';
import { judgeSegments, segmentsOf, type Segments } from '../../src/welcome/segments.ts';
import { segmentsVerdictIn } from '../../src/words/text-verdicts.ts';

const a = (count: number): string => 'a'.repeat(count);
const zh = (count: number): string => 'ж'.repeat(count);

describe('segments', () => {
  test.each<[string, string, Segments['encoding'], number]>([
    ['nothing', '', 'GSM-7', 1],
    ['160', a(160), 'GSM-7', 1],
    ['161', a(161), 'GSM-7', 2],
    ['153 × 2', a(306), 'GSM-7', 2],
    ['153 × 2 + 1', a(307), 'GSM-7', 3],
    ['1600', a(1600), 'GSM-7', 11],
    ['€ counts twice: 158 + €', `${a(158)}€`, 'GSM-7', 1],
    ['159 + €', `${a(159)}€`, 'GSM-7', 2],
    ['braces count twice: 156 + {}', `${a(156)}{}`, 'GSM-7', 1],
    ['157 + {}', `${a(157)}{}`, 'GSM-7', 2],
    ['a pair is not split: 152 + € + 151', `${a(152)}€${a(151)}`, 'GSM-7', 2],
    ['a pair is not split: 152 + € + 152', `${a(152)}€${a(152)}`, 'GSM-7', 3],
    ['70', zh(70), 'UCS-2', 1],
    ['71', zh(71), 'UCS-2', 2],
    ['67 × 2', zh(134), 'UCS-2', 2],
    ['67 × 2 + 1', zh(135), 'UCS-2', 3],
    ['35 emoji', '😀'.repeat(35), 'UCS-2', 1],
    ['36 emoji', '😀'.repeat(36), 'UCS-2', 2],
    ['Spanish with ñ é ü', 'Señor, él y la cigüeña é', 'GSM-7', 1],
    ['Spanish with á í ú', `Núñez está aquí ${a(60)}`, 'UCS-2', 2],
    ['curly quote', `${a(70)}’`, 'UCS-2', 2],
  ])('%s', (_name, text, encoding, count) => {
    expect(segmentsOf(text)).toMatchObject({ encoding, count, characters: Array.from(text).length });
  });
  test('the characters that force UCS-2, each once', () => {
    expect(segmentsOf('it’s ok – it’s 🚗').forcedBy).toEqual(['’', '–', '🚗']);
    expect(segmentsOf('€{}[]~^|\\').forcedBy).toEqual([]);
  });
});

describe('verdict', () => {
  test.each<[Segments['encoding'], number, string]>([
    ['GSM-7', 1, 'fine'],
    ['GSM-7', 2, 'fine'],
    ['GSM-7', 3, 'warning'],
    ['GSM-7', 8, 'warning'],
    ['GSM-7', 9, 'refused'],
    ['UCS-2', 5, 'fine'],
    ['UCS-2', 6, 'warning'],
    ['UCS-2', 8, 'warning'],
    ['UCS-2', 9, 'refused'],
  ])('%s × %i: %s', (encoding, count, kind) => {
    const segments: Segments = {
      encoding,
      count,
      characters: 1,
      forcedBy: encoding === 'UCS-2' ? ['🚗', '’'] : [],
    };
    expect(judgeSegments(segments)).toBe(kind);
    const said = segmentsVerdictIn(segments, 'en');
    if (kind === 'fine') {
      expect(said).toBeNull();
      return;
    }
    expect(said).toContain(String(count));
    expect(said?.includes('“🚗” “’”')).toBe(encoding === 'UCS-2');
    expect(segmentsVerdictIn(segments, 'fr')).toContain(kind === 'refused' ? 'plus que 8' : 'facturé');
  });
});
