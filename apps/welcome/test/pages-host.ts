import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { RenderedPage } from '@keyholder/welcome';

/** One call of the page to the API, as it arrived. */
export interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** What the fake API answers; null drops the connection. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** The contact's state as the fake API keeps it. */
const READY = {
  state: 'ready',
  firstName: 'Dana',
  siteLabel: 'Ortiz Market',
  language: 'en',
  watchedPercent: 0,
  confirmedAt: null as string | null,
  declineReason: null as string | null,
};

const MEDIA = join(import.meta.dirname, '../media');
const TYPES: Record<string, string> = { mp4: 'video/mp4', vtt: 'text/vtt', webp: 'image/webp' };

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Serves a file with Range, which phones need for video. */
const sendMedia = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const bytes = await readFile(join(MEDIA, path)).catch(() => null);
  if (bytes === null) return void response.writeHead(404).end();
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? '') ?? [];
  const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  if (from === '')
    return void response.writeHead(200, { 'content-type': type, 'accept-ranges': 'bytes' }).end(bytes);
  const end = to === '' ? bytes.length - 1 : Number(to);
  response.writeHead(206, { 'content-type': type, 'content-range': `bytes ${from}-${end}/${bytes.length}` });
  response.end(bytes.subarray(Number(from), end + 1));
};

/**
 * A host as a brand's pages have it: the rendered files, the media under `/assets/`, and `/api/welcome` beside them.
 * `answers` decides per call (for example `GET ` or `POST /confirm`) before the fake API's own behaviour does.
 */
export const startPagesHost = async (pages: readonly RenderedPage[]) => {
  const calls: ApiCall[] = [];
  const host = {
    calls,
    contact: { ...READY },
    answers: ((): undefined => undefined) as (
      call: ApiCall,
    ) => ApiAnswer | null | undefined | Promise<ApiAnswer>,
    origin: '',
    stop: (): Promise<unknown> => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
  const behaviour = (call: ApiCall): ApiAnswer => {
    if (call.path === '/confirm')
      Object.assign(host.contact, { state: 'confirmed', confirmedAt: '2026-11-24T12:00:00Z' });
    if (call.path === '/decline')
      Object.assign(host.contact, {
        state: 'declined',
        declineReason: (call.body as { reason: string }).reason,
      });
    if (call.path === '/undo-decline') Object.assign(host.contact, { state: 'ready', declineReason: null });
    if (call.path === '/new-link') return { status: 202 };
    return call.path === '/opened' || call.path === '/progress'
      ? { status: 204 }
      : { status: 200, body: host.contact };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    if (pathname.startsWith('/api/welcome')) {
      const text = await textOf(request);
      const call: ApiCall = {
        method: request.method ?? '',
        path: (request.url ?? '').slice('/api/welcome'.length),
        authorization: request.headers.authorization,
        body: text === '' ? undefined : JSON.parse(text),
      };
      calls.push(call);
      const wanted = await host.answers(call);
      if (wanted === null) return void request.socket.destroy();
      const { status, body, headers } = wanted ?? behaviour(call);
      response.writeHead(status, {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
        ...headers,
      });
      return void response.end(body === undefined ? undefined : JSON.stringify(body));
    }
    if (pathname.startsWith('/assets/'))
      return sendMedia(pathname.slice('/assets/'.length), request, response);
    const page = pages.find(({ path }) => path === `${pathname}index.html`);
    if (page === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.html);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return host;
};

export type PagesHost = Awaited<ReturnType<typeof startPagesHost>>;
