import http from 'node:http';
import https from 'node:https';

export type FormPostResult =
  | { kind: 'answered'; status: number; contentType: string; body: string }
  /** `connected` tells a connect failure from a lost or late answer. */
  | { kind: 'failed'; connected: boolean; reason: string };

const largestAnswer = 64 * 1024;

/**
 * Posts a form on a connection of its own and reads the answer; never rejects. Node's own client rather than
 * `fetch`, because Twilio's retry policy needs to know whether the connection was ever made.
 */
export function postForm(request: {
  url: string;
  form: URLSearchParams;
  headers: Record<string, string>;
  connectTimeoutMs: number;
  readTimeoutMs: number;
  signal: AbortSignal;
}): Promise<FormPostResult> {
  return new Promise((resolve) => {
    let connected = false;
    let timer: NodeJS.Timeout | undefined;
    const settle = (result: FormPostResult) => {
      clearTimeout(timer);
      resolve(result);
    };
    const fail = (reason: string) => settle({ kind: 'failed', connected, reason });
    let url: URL;
    try {
      url = new URL(request.url);
    } catch {
      return fail('not a URL');
    }
    const payload = Buffer.from(request.form.toString());
    const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      signal: request.signal,
      headers: {
        ...request.headers,
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'content-length': String(payload.length),
        'user-agent': 'TwilioProxy/1.1',
        accept: '*/*',
      },
    });
    const limit = (ms: number, reason: string) => {
      clearTimeout(timer);
      timer = setTimeout(() => outgoing.destroy(new Error(reason)), ms);
    };
    limit(request.connectTimeoutMs, 'connect timeout');
    outgoing.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
        limit(request.readTimeoutMs, 'read timeout');
      });
    });
    outgoing.on('error', (error) => fail(error.message || error.name));
    outgoing.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        limit(request.readTimeoutMs, 'read timeout');
        if (body.length < largestAnswer) body += chunk;
      });
      response.on('error', (error) => fail(error.message));
      response.on('end', () =>
        settle({
          kind: 'answered',
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body,
        }),
      );
    });
    outgoing.end(payload);
  });
}
