import { describe, expect, test } from 'vitest';
import {
  checkContact,
  checkEmail,
  firstNameOf,
  type ContactInput,
} from '../../src/contact/contact-details.ts';

const check = (more: Partial<ContactInput>) =>
  checkContact({ name: 'Dana Ortiz', phone: '415 555 0123', ...more }, { country: 'US' });
const errorsOf = (more: Partial<ContactInput>): string[] => {
  const result = check(more);
  return result.ok ? [] : result.error.map(({ field, code }) => `${field}: ${code}`);
};
const valueOf = (more: Partial<ContactInput>) => {
  const result = check(more);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('contact as entered', () => {
  test('the least, with the defaults', () => {
    expect(valueOf({})).toEqual({
      name: 'Dana Ortiz',
      phone: { e164: '+14155550123', country: 'US', national: '(415) 555-0123', plannedLineType: null },
      email: null,
      emailVerification: false,
      title: null,
      slotNumber: null,
      emergencyContact: true,
      language: null,
    });
  });
  test('everything', () => {
    const all = {
      email: ' dana@example.com ',
      emailVerification: true,
      title: ' Key  holder ',
      slotNumber: 7,
      emergencyContact: false,
      language: 'ar',
    };
    expect(valueOf(all)).toMatchObject({ ...all, email: 'dana@example.com', title: 'Key holder' });
  });
  test('empty fields are none', () => {
    const blank = { email: ' ', title: '', slotNumber: null, language: '' };
    expect(valueOf(blank)).toMatchObject({ email: null, title: null, slotNumber: null, language: null });
  });
  test('a landline may be kept', () => {
    expect(valueOf({ phone: '+33 1 42 34 56 78' }).phone.plannedLineType).toBe('landline');
  });

  test.each<[Partial<ContactInput>, string[]]>([
    [{ name: '' }, ['name: empty']],
    [{ name: 'a'.repeat(101) }, ['name: too_long']],
    [{ name: 'Dana \u202eOrtiz' }, ['name: unreadable_characters']],
    [{ phone: '' }, ['phone: empty']],
    [{ phone: '911' }, ['phone: emergency']],
    [{ email: 'dana' }, ['email: not_an_email']],
    [{ emailVerification: true }, ['emailVerification: needs_email']],
    [{ emailVerification: true, email: '  ' }, ['emailVerification: needs_email']],
    [{ emailVerification: true, email: 'dana' }, ['email: not_an_email']],
    [{ title: 'a'.repeat(60) }, []],
    [{ title: 'a'.repeat(61) }, ['title: too_long']],
    [{ language: 'de' }, ['language: unknown_language']],
    [{ language: 'EN' }, ['language: unknown_language']],
    ...([1, 999] as const).map((slotNumber): [Partial<ContactInput>, string[]] => [{ slotNumber }, []]),
    ...[0, 1000, -1, 1.5, NaN, Infinity].map((slotNumber): [Partial<ContactInput>, string[]] => [
      { slotNumber },
      ['slotNumber: out_of_range'],
    ]),
    [
      { name: ' ', phone: 'x', email: '@', title: '\n\t\0', slotNumber: 0, language: 'xx' },
      [
        'name: empty',
        'phone: letters',
        'email: not_an_email',
        'title: unreadable_characters',
        'slotNumber: out_of_range',
        'language: unknown_language',
      ],
    ],
  ])('%j', (input, errors) => {
    expect(errorsOf(input)).toEqual(errors);
  });
});

describe('email', () => {
  test.each([
    'dana@example.com',
    'd.o+x@mail.example.co.uk',
    'ñandú@exámple.com',
    '用户@例子.广告',
    "o'brien@example.ie",
    `${'a'.repeat(64)}@example.com`,
  ])('%s is one', (email) => {
    expect(checkEmail(email)).toEqual({ ok: true, value: email });
  });
  test.each([
    'dana', '@example.com', 'dana@', 'dana@example', 'dana@example.c', 'dana@@example.com', 'dana@.example.com', 'dana@example..com', 'da..na@example.com',
    '.dana@example.com', 'dana.@example.com', 'dana@example.com.', 'Dana <dana@example.com>', 'a@example.com,b@example.com', 'a@example.com;b@example.com',
    `${'a'.repeat(64)}@${'b'.repeat(186)}.com`, 'dana ortiz@example.com', 'dana\u200b@example.com', 'dana\u202e@example.com', 'dana@exa\nmple.com', 'dana\0@example.com', '"dana"@example.com',
    `${'a'.repeat(65)}@example.com`, `a@${`${'b'.repeat(60)}.`.repeat(4)}example.com`, 'a'.repeat(10_000),
  ])('%j is none', (email) => {
    expect(checkEmail(email)).toMatchObject({ ok: false, error: { field: 'email', code: 'not_an_email' } });
  }); // prettier-ignore
});

test.each([
  ['Dana Ortiz', 'Dana'],
  ['Dana', 'Dana'],
  ['田中 太郎', '田中'],
])('first name of %s: %s', (name, first) => {
  expect(firstNameOf(name)).toBe(first);
});
