import { startSandbox } from './sandbox.ts';

/** Runs the sandbox from its environment until SIGTERM or SIGINT. */
function required(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

const inboundUrl = process.env['SANDBOX_INBOUND_URL'];
const dataFile = process.env['SANDBOX_DATA_FILE'];
const host = process.env['SANDBOX_HOST'];
const sandbox = await startSandbox({
  port: Number(process.env['SANDBOX_PORT'] ?? 0),
  accountSid: required('TWILIO_ACCOUNT_SID'),
  authToken: required('TWILIO_AUTH_TOKEN'),
  ...(host ? { host } : {}),
  ...(inboundUrl ? { inboundUrl } : {}),
  ...(dataFile ? { dataFile } : {}),
});
console.log(`Twilio sandbox at ${sandbox.url} (nothing leaves this machine)`);

for (const name of ['SIGTERM', 'SIGINT'] as const) {
  process.once(name, () => void sandbox.close());
}
