import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStartSettings, StartError } from '../start/settings.ts';
import { readDemo, summary } from '../start/summary.ts';

const TWILIO = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token', TWILIO_FROM: '+14155550123' };
const DEMO = { signIn: { email: 'dealer@example.com', password: 'words' }, apiKey: 'key', brandKey: 'brand' };

describe('the settings of start', () => {
  test('with nothing set: port 3000, phones on the next, embedded Postgres, demo', () => {
    expect(readStartSettings({ PORT: '', DATABASE_URL: ' ' }, [])).toMatchObject({
      port: 3000,
      phonesPort: 3001,
      mailPort: 3002,
      publicUrl: 'http://localhost:3000',
      dataDir: path.resolve(import.meta.dirname, '../../.data'),
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      demo: true,
      watch: false,
    });
  });

  test('an outside database and the real Twilio are chosen each on its own', () => {
    const outside = readStartSettings({ DATABASE_URL: 'postgres://db/one' }, []);
    expect(outside).toMatchObject({ databaseOwnerUrl: 'postgres://db/one', phonesPort: 3001 });
    const real = readStartSettings(TWILIO, []);
    expect(real).toMatchObject({ databaseUrl: undefined, phonesPort: undefined, mailPort: 3002 });
    expect(readStartSettings({ SMTP_URL: 'smtp://mail' }, [])).toMatchObject({ mailPort: undefined });
  });

  test.each([
    ['a word', { PORT: 'abc' }, 'PORT'],
    ['no room for the phones and the mail page', { PORT: '65534' }, 'PORT'],
    ['Twilio without its token', { ...TWILIO, TWILIO_AUTH_TOKEN: '' }, 'TWILIO_AUTH_TOKEN'],
    ['Twilio without a sender', { ...TWILIO, TWILIO_FROM: '' }, 'TWILIO_FROM'],
  ])('%s is refused by the name of the variable', (_, environment, named) => {
    expect(() => readStartSettings(environment, [])).toThrow(StartError);
    expect(() => readStartSettings(environment, [])).toThrow(named);
  });

  test('an unknown option is refused', () => {
    expect(() => readStartSettings({}, ['--devel'])).toThrow('--devel');
    expect(readStartSettings({}, ['--', '--dev']).watch).toBe(true);
  });
});

describe('the summary', () => {
  test('says that the sandbox sends nothing, and where its phones are', () => {
    const text = summary(readStartSettings({ PORT: '4000' }, []), DEMO);
    expect(text).toContain('nothing is sent outside this machine');
    for (const part of [
      'http://localhost:4001/',
      'http://localhost:4002/',
      'http://localhost:4000/portal/',
      'dealer@example.com',
      'words',
      'key',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('says that the real Twilio is real, and what does not reach localhost', () => {
    const text = summary(readStartSettings(TWILIO, []), undefined);
    expect(text).toContain('REAL TWILIO');
    expect(text).toContain('PUBLIC_URL');
    expect(text).not.toContain('Phones');
    const reachable = readStartSettings({ ...TWILIO, PUBLIC_URL: 'https://example.com/' }, []);
    expect(summary(reachable, undefined)).not.toContain('PUBLIC_URL');
  });

  test('takes the last line of what the seeding prints, and nothing that lacks the sign-in', () => {
    expect(readDemo(`a warning\n${JSON.stringify(DEMO)}\n`)).toEqual(DEMO);
    expect(() => readDemo('{"apiKey":"key"}')).toThrow('no sign-in');
  });
});
