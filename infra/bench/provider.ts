import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';

/** A request to send a text, as it arrived. */
interface SendRequest {
  readonly to: string;
  readonly statusCallback: string | null;
  /** Milliseconds since 1970, with fractions. */
  readonly at: number;
  readonly sid: string;
}

/** The provider as the figures need it: takes texts and says so after a while; costs next to nothing. */
export interface Provider {
  readonly url: string;
  readonly requests: SendRequest[];
  /** Milliseconds before each answer. */
  answerAfterMs: number;
  stop(): Promise<void>;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
};

/** Answers `POST Messages.json` as Twilio does, look-ups with "mobile". Sends no callback by itself. */
export const startProvider = async (): Promise<Provider> => {
  const requests: SendRequest[] = [];
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const at = performance.timeOrigin + performance.now();
    void textOf(request).then((text) => {
      const form = new URLSearchParams(text);
      const isSend = request.method === 'POST';
      const sid = `SM${randomBytes(16).toString('hex')}`;
      if (isSend)
        requests.push({ to: form.get('To') ?? '', statusCallback: form.get('StatusCallback'), at, sid });
      const answer = isSend
        ? { sid, status: 'queued', to: form.get('To'), from: form.get('From'), body: form.get('Body') }
        : {
            valid: true,
            phone_number: decodeURIComponent((request.url ?? '').split('/').at(-1)?.split('?')[0] ?? ''),
            country_code: 'US',
            line_type_intelligence: { type: 'mobile', carrier_name: 'Bench', error_code: null },
          };
      const send = (): void => {
        response.writeHead(isSend ? 201 : 200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer));
      };
      if (provider.answerAfterMs > 0) setTimeout(send, provider.answerAfterMs);
      else send();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: Provider = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answerAfterMs: 0,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return provider;
};
