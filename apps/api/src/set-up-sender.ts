import 'reflect-metadata';
import { checkSenderSetUp } from '@keyholder/domain/welcome/sender-details';
import { SystemClock } from './adapters/clock/system-clock.ts';
import { openAsApp } from './adapters/postgres/connection.ts';
import { setUpSender } from './adapters/postgres/company-senders.ts';
import { Settings } from './settings.ts';

// Sets a number or a messaging service of the provider's up for a company, which then chooses among its senders in the
// branding studio: node dist/set-up-sender.js <company id> <+number or MG…> [numbers of the service …]

const [companyId = '', value = '', ...numbers] = process.argv.slice(2);
const checked = checkSenderSetUp(value, numbers);
if (!/^[0-9a-f-]{36}$/u.test(companyId) || !checked.ok) {
  console.error('Usage: set-up-sender <company id> <+number or MG and 32 hexadecimal digits> [+number …]');
  process.exit(2);
}
const orm = await openAsApp(Settings.read(process.env).databaseUrl);
try {
  const { sender, numbers: from } = checked.value;
  const done = await setUpSender(orm, companyId, sender, from, new SystemClock().now());
  console.log(done ? `${value} is set up.` : `${value} is set up already, for this company or another.`);
  process.exitCode = done ? 0 : 1;
} finally {
  await orm.close(true);
}
