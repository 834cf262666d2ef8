import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import type { Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import { vi } from 'vitest';
import { SandboxControl, startSandbox } from '../src/index.ts';
import type { Sandbox, SandboxOptions } from '../src/index.ts';

export const accountSid = 'AC0123456789abcdef0123456789abcdef';
export const authToken = 'test-auth-token';
export const from = '+12025550199';
export const service = 'MG0123456789abcdef0123456789abcdef';

/** The SDK's own client with the host of every address replaced. */
class RewrittenClient extends RequestClient {
  readonly #baseUrl: string;

  constructor(baseUrl: string, timeout: number) {
    super({ timeout, keepAlive: true, maxSockets: 20, autoRetry: false });
    this.#baseUrl = baseUrl;
  }

  override async request<T>(options: RequestClient.RequestOptions<T>) {
    const uri = options.uri.replace(/^https:\/\/(api|lookups|messaging)\.twilio\.com/, this.#baseUrl);
    return super.request<T>({ ...options, uri });
  }
}

export function sdk(baseUrl: string, user = accountSid, password = authToken, timeout = 10_000): Twilio {
  return twilio(user, password, {
    accountSid,
    httpClient: new RewrittenClient(baseUrl, timeout),
  });
}

interface Received {
  path: string;
  form: Record<string, string>;
  /** By the SDK's own check, over the address the receiver knows itself by. */
  signed: boolean;
  headers: http.IncomingHttpHeaders;
}

interface Receiver {
  url: string;
  received: Received[];
  /** What the next requests are answered with; the last one stays. */
  answers: { status: number; type?: string; body?: string }[];
  close(): Promise<void>;
}

/** The application's side of the webhooks. */
async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: Receiver['answers'] = [{ status: 204 }];
  let url = '';
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(body));
      const path = request.url ?? '';
      const signature = String(request.headers['x-twilio-signature']);
      received.push({
        path,
        form,
        signed: twilio.validateRequest(authToken, signature, url + path, form),
        headers: request.headers,
      });
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 204 };
      response.writeHead(answer.status, answer.type === undefined ? {} : { 'content-type': answer.type });
      response.end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    received,
    answers,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface World {
  sandbox: Sandbox;
  control: SandboxControl;
  client: Twilio;
  receiver: Receiver;
  statusUrl: string;
  close(): Promise<void>;
}

export async function startWorld(options: Partial<SandboxOptions> = {}): Promise<World> {
  const receiver = await startReceiver();
  const sandbox = await startSandbox({
    accountSid,
    authToken,
    latencyMs: 0,
    inboundUrl: `${receiver.url}/inbound`,
    ...options,
  });
  return {
    sandbox,
    control: new SandboxControl(sandbox.url),
    client: sdk(sandbox.url),
    receiver,
    statusUrl: `${receiver.url}/status?attempt=1#rc=5&rp=ct,rt,5xx`,
    async close() {
      await sandbox.close();
      await receiver.close();
    },
  };
}

/** Waits until nothing is on its way. */
export async function settled(control: SandboxControl): Promise<void> {
  await vi.waitFor(
    async () => {
      if ((await control.state()).pending > 0) throw new Error('messages are still on their way');
    },
    { timeout: 20_000, interval: 5 },
  );
}

/** What a rejected call was rejected with. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ status?: number; code?: number | string; message: string; moreInfo?: string }> {
  try {
    await call;
  } catch (error) {
    return error as { status?: number; code?: number; message: string };
  }
  throw new Error('The call was expected to fail');
}
