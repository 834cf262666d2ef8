import 'reflect-metadata';
import { parsePhone } from '@keyholder/domain/phone/phone-number';
import { SystemClock } from './adapters/clock/system-clock.ts';
import { openAsApp } from './adapters/postgres/connection.ts';
import { setUpSender } from './adapters/postgres/company-senders.ts';
import { Settings } from './settings.ts';

// Sets a number or a messaging service of the provider's up for a company, which then chooses among its senders in the
// branding studio: node dist/set-up-sender.js <company id> <+number or MG…> [numbers of the service …]

const [companyId = '', value = '', ...numbers] = process.argv.slice(2);
const isService = /^MG[0-9a-f]{32}$/iu.test(value);
const isNumber = (text: string): boolean => text.startsWith('+') && parsePhone(text, 'US').ok;
if (!/^[0-9a-f-]{36}$/u.test(companyId) || !(isService || isNumber(value)) || !numbers.every(isNumber)) {
  console.error('Usage: set-up-sender <company id> <+number or MG and 32 hexadecimal digits> [+number …]');
  process.exit(2);
}
const orm = await openAsApp(Settings.read(process.env).databaseUrl);
try {
  const sender = isService
    ? ({ kind: 'messaging_service', sid: value } as const)
    : ({ kind: 'number', e164: value } as const);
  const done = await setUpSender(
    orm,
    companyId,
    sender,
    isService ? numbers : [value],
    new SystemClock().now(),
  );
  console.log(done ? `${value} is set up.` : `${value} is set up already, for this company or another.`);
  process.exitCode = done ? 0 : 1;
} finally {
  await orm.close(true);
}
