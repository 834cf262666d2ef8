import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TEXTS } from '../../src/welcome/default-texts.ts';
import { withLink } from '../../src/welcome/compose-text.ts';
import { linkAddress } from '../../src/welcome/link.ts';
import { judgeSegments, segmentsOf } from '../../src/welcome/segments.ts';
import {
  LINK_PLACEHOLDER,
  missingParts,
  TEXT_VARIABLES,
  textTemplate,
  type TextPart,
  type TextValues,
} from '../../src/welcome/text-template.ts';
import { missingPartsIn } from '../../src/words/text-verdicts.ts';

const VALUES: TextValues = {
  brand: 'Riverside Alarm',
  namedBy: 'Dana Ortiz',
  site: 'Ortiz Market',
  contact: 'Sam Lee',
  firstName: 'Sam',
  title: 'Owner',
  link: LINK_PLACEHOLDER,
  phone: '(415) 555-0100',
};
const WELCOME = DEFAULT_TEXTS.en.welcome;
const template = (source: string) => {
  const result = textTemplate(source);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const codeOf = (source: string): string => {
  const result = textTemplate(source, 'help');
  return result.ok ? 'ok' : `${result.error.field}: ${result.error.code}`;
};

describe('the example of product.md', () => {
  const EXAMPLE =
    'Riverside Alarm: Dana Ortiz named you an emergency contact for Ortiz Market. See how alarm texts work & confirm: https://v.riverside.example/acme/#Ab3kP9xQ2mT7aB4cD5eF6g Msg frequency varies. Msg&data rates may apply. Reply HELP for help, STOP to opt out.';
  const kept = template(WELCOME).render(VALUES);
  const sent = withLink(kept, linkAddress('https://v.riverside.example', 'acme', 'Ab3kP9xQ2mT7aB4cD5eF6g'));
  test('is what is sent, character by character', () => {
    expect(sent).toBe(EXAMPLE);
    expect(kept).toContain(' {link} ');
  });
  test('255 characters, GSM-7, two segments, no warning', () => {
    const segments = segmentsOf(sent);
    expect(segments).toEqual({ encoding: 'GSM-7', count: 2, characters: 255, forcedBy: [] });
    expect(judgeSegments(segments)).toBe('fine');
  });
  test('the text after Confirm', () => {
    expect(template(DEFAULT_TEXTS.en.confirmation).render(VALUES)).toBe(
      "Riverside Alarm: you're set for alarm texts about Ortiz Market. Msg frequency varies. Msg&data rates may apply. HELP for help, STOP to opt out.",
    );
  });
  test('every default text is a template', () => {
    for (const texts of Object.values(DEFAULT_TEXTS)) {
      expect(missingParts('welcome', texts.welcome)).toEqual([]);
      for (const source of Object.values(texts) as string[]) expect(textTemplate(source).ok).toBe(true);
    }
  });
});

describe('only plain variables', () => {
  test.each(TEXT_VARIABLES)('{{%s}}', (name) => {
    expect(template(`[{{${name}}}]`).render(VALUES)).toBe(`[${VALUES[name]}]`);
  });
  test.each([
    ['{{constructor}}', 'unknown_variable'],
    ['{{__proto__}}', 'unknown_variable'],
    ['{{toString}}', 'unknown_variable'],
    ['{{name}}', 'unknown_variable'],
    ['{{Brand}}', 'unknown_variable'],
    ['{{../x}}', 'unknown_variable'],
    ['{{../brand}}', 'unknown_variable'],
    ['{{./brand}}', 'unknown_variable'],
    ['{{brand.length}}', 'unknown_variable'],
    ['{{brand/length}}', 'unknown_variable'],
    ['{{this}}', 'unknown_variable'],
    ['{{.}}', 'unknown_variable'],
    ['{{@root}}', 'unknown_variable'],
    ["{{lookup . 'x'}}", 'not_a_variable'],
    ['{{log brand}}', 'not_a_variable'],
    ['{{brand x=1}}', 'not_a_variable'],
    ['{{"brand"}}', 'not_a_variable'],
    ['{{1}}', 'not_a_variable'],
    ['{{true}}', 'not_a_variable'],
    ['{{#if brand}}x{{/if}}', 'not_a_variable'],
    ['{{#if brand}}x{{else}}y{{/if}}', 'not_a_variable'],
    ['{{#each brand}}x{{/each}}', 'not_a_variable'],
    ['{{#brand}}x{{/brand}}', 'not_a_variable'],
    ['{{^brand}}x{{/brand}}', 'not_a_variable'],
    ['{{> partial}}', 'not_a_variable'],
    ['{{#> layout}}x{{/layout}}', 'not_a_variable'],
    ['{{* decorator}}', 'not_a_variable'],
    ['{{{{raw}}}}x{{{{/raw}}}}', 'not_a_variable'],
    ['{{{brand}}}', 'not_a_variable'],
    ['{{&brand}}', 'not_a_variable'],
    ['{{! comment }}', 'not_a_variable'],
    ['{{!-- comment --}}', 'not_a_variable'],
    ['see {link}', 'not_a_variable'],
    ['{{else}}', 'not_a_template'],
    ['{{^}}', 'not_a_template'],
    ['{{/if}}', 'not_a_template'],
    ['{{#if brand}}', 'not_a_template'],
    ['{{brand', 'not_a_template'],
    ['{{}}', 'not_a_template'],
    ['{{brand as |x|}}', 'not_a_template'],
  ])('%s: %s', (source, code) => {
    expect(codeOf(`a ${source} b`)).toBe(`help: ${code}`);
    expect(missingParts('welcome', `a ${source} b`)).toEqual([]);
  });
});

describe('values are words, never templates', () => {
  test.each([
    '{{brand}}',
    '{{{brand}}}',
    '{{#if x}}',
    '{{constructor}}',
    '{',
    '}}',
    '$&',
    '$1',
    '<b>&amp;"',
    '\\{{brand}}',
  ])('%s', (value) => {
    expect(template('{{site}}|{{brand}}').render({ ...VALUES, site: value })).toBe(
      `${value}|Riverside Alarm`,
    );
  });
  test('any value stands there as it is', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('{{brand}}', '{{', '}}', '{{{{'));
    fc.assert(
      fc.property(value, value, (site, namedBy) => {
        fc.pre(!`${site}${namedBy}`.includes(LINK_PLACEHOLDER));
        expect(template('{{site}}/{{namedBy}}').render({ ...VALUES, site, namedBy })).toBe(
          `${site}/${namedBy}`,
        );
      }),
    );
  });
  test('a name that spells the placeholder gets no link', () => {
    const kept = template('{{site}} {{link}}').render({ ...VALUES, site: 'x{link}y' });
    expect(withLink(kept, 'https://v.example/$&')).toBe('x(link)y https://v.example/$&');
  });
});

describe('parts that a welcome text must say', () => {
  const without = (part: string, instead = ''): string => WELCOME.replaceAll(part, instead);
  test.each<[TextPart, string]>([
    ['brand', without('{{brand}}')],
    ['namedBy', without('{{namedBy}}')],
    ['site', without('{{site}}')],
    ['link', without('{{link}}')],
    ['link', `${WELCOME} {{link}}`],
    ['frequency', without('Msg frequency varies. ')],
    ['rates', without('Msg&data rates may apply. ')],
    ['help', without('HELP', 'help')],
    ['help', without('HELP for', 'HELPING for')],
    ['help', without('HELP for', 'HELP{{title}} for')],
    ['stop', without('STOP', 'stop')],
    ['stop', without('STOP to', '{{title}}STOP to')],
  ])('%s', (part, source) => {
    expect(missingParts('welcome', source)).toEqual([part]);
    expect(missingPartsIn([part], 'es')).not.toBe('');
  });
  test('all that is missing is named', () => {
    expect(missingParts('welcome', 'Hello')).toHaveLength(8);
    expect(missingPartsIn(missingParts('confirmation', 'Hello'), 'fr')).toBe(
      '{{brand}}; le mot HELP; le mot STOP',
    );
  });
  test.each([
    'Message frequency varies. Message & data rates may apply.',
    'La frecuencia varía. Pueden aplicarse tarifas.',
    'Fréquence variable. Des frais peuvent s’appliquer.',
    'عدد الرسائل متغير. قد تطبق رسوم.',
  ])('in other words: %s', (words) => {
    expect(missingParts('welcome', `{{brand}} {{namedBy}} {{site}} {{link}} ${words} HELP, STOP.`)).toEqual(
      [],
    );
  });
});
