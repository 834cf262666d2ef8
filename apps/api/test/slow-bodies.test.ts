import { once } from 'node:events';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { connect, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOffSlowBodies } from '../src/http/slow-bodies.ts';
import { answerUnreadable } from '../src/http/unreadable-connections.ts';
import { isProblem } from './support/problems.ts';
import { answerTo } from './support/raw-requests.ts';

describe('a client whose body does not arrive', () => {
  let server: FastifyInstance;
  let port: number;
  beforeAll(async () => {
    server = Fastify({ forceCloseConnections: true });
    cutOffSlowBodies(server, 50);
    server.addContentTypeParser('application/octet-stream', (_, payload, done) => done(null, payload));
    server.post('/', async ({ body }) => {
      if (body instanceof Readable) await finished(body.resume());
      return { ok: true };
    });
    server.post('/wants-no-file', async (_, reply) => reply.status(401).send());
    server.get('/stream', (_, reply) => {
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.raw.write('data: first\n\n');
      reply.hijack();
      server.server.once('the other is gone', () => reply.raw.end('data: last\n\n'));
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const address = server.server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => server.close());

  const begin = async (type: string, path = '/'): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: 12\r\n\r\n{"a":`,
    );
    return socket;
  };

  it('is told so, and cut off', async () => {
    const bytes =
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"a":';
    isProblem(await answerTo(`http://127.0.0.1:${port}`, bytes), 408);
  });

  it('is cut off once a file that nobody wants was answered, however slowly it goes on', async () => {
    const socket = await begin('application/octet-stream', '/wants-no-file');
    socket.on('error', () => undefined);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('401');
    await once(socket, 'close');
    expect(socket.destroyed).toBe(true);
  });

  it('is answered where it was in time, also on the same connection', async () => {
    for (let times = 0; times < 3; times += 1) {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"a":1}',
      });
      expect(response.status).toBe(200);
    }
  });

  it('an answer may take longer than a body', async () => {
    const stream = await fetch(`http://127.0.0.1:${port}/stream`);
    const other = await begin('application/json');
    other.on('error', () => undefined).resume();
    await once(other, 'close');
    server.server.emit('the other is gone');
    expect(await stream.text()).toBe('data: first\n\ndata: last\n\n');
  });

  it('is waited for where it sends a file', async () => {
    const socket = await begin('application/octet-stream');
    const other = await begin('application/json');
    other.on('error', () => undefined).resume();
    await once(other, 'close');
    // The other one began later and is gone already.
    expect(socket.destroyed).toBe(false);
    socket.write('1234567');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('200 OK');
    socket.destroy();
  });
});

describe('a client whose request does not arrive', () => {
  let server: FastifyInstance;
  let url: string;
  beforeAll(async () => {
    server = Fastify({
      forceCloseConnections: true,
      clientErrorHandler: answerUnreadable,
      http: { headersTimeout: 50, connectionsCheckingInterval: 25 },
    });
    server.get('/stream', (_, reply) => {
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.raw.write('data: first\n\n');
      reply.hijack();
    });
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it.each([
    ['says nothing', ''],
    ['stops in the middle of its headers', 'GET / HTTP/1.1\r\nHost: x\r\nAccept: '],
  ])('is told so where it %s', async (_, bytes) => {
    const answer = await answerTo(url, bytes);
    isProblem(answer, 408);
    expect(answer.headers.get('connection')?.trim()).toBe('close');
  });

  it('is told nothing in the middle of another answer', async () => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    let received = '';
    socket.setEncoding('utf8').on('data', (part: string) => (received += part));
    socket.write('GET /stream HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.write('no request\r\n\r\n');
    await once(socket, 'close');
    expect(received).toContain('data: first');
    expect(received).not.toContain('problem');
  });
});
