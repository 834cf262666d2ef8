// The plain alternative to the worker: the official SDK in a loop, so many requests in flight. It keeps nothing, and
// knows nothing of what it has sent.
import { Agent } from 'node:http';
import twilio from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

const IN_FLIGHT = Number(process.env['IN_FLIGHT']);
const BASE = process.env['TWILIO_BASE_URL'] ?? '';
const ACCOUNT = process.env['TWILIO_ACCOUNT_SID'] ?? '';

class Rewriting extends RequestClient {
  override request<T>(
    options: RequestClient.RequestOptions<T>,
  ): ReturnType<typeof RequestClient.prototype.request<T>> {
    const { pathname, search } = new URL(options.uri);
    return super.request<T>({ ...options, uri: new URL(pathname + search, BASE).href });
  }
}

const httpClient = new Rewriting({ timeout: 10_000, keepAlive: true, maxSockets: IN_FLIGHT });
httpClient.axios.defaults.httpAgent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
const client = twilio(ACCOUNT, process.env['TWILIO_AUTH_TOKEN'] ?? '', { httpClient });
let left = Number(process.env['TEXTS']);
const loop = async (): Promise<void> => {
  while (left > 0) {
    left -= 1;
    await client.messages.create({
      to: '+12125550100',
      from: process.env['TWILIO_FROM'] ?? '',
      body: 'Riverside Alarm: Dana Ortiz named you an emergency contact. See how alarm texts work & confirm.',
      statusCallback: 'https://keyholder.example/webhooks/twilio/status?attempt=1#rc=5&rp=ct,rt,5xx',
      validityPeriod: 600,
    });
  }
};
await Promise.all(Array.from({ length: IN_FLIGHT }, loop));
process.exit(0);
