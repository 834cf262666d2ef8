import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Mailbox } from './mailbox.ts';

/** Beside `src` and beside `dist`, so that it is found from both. */
const folder = join(import.meta.dirname, '..', 'page');

const files = [
  { path: '/', file: 'mail.html', type: 'text/html; charset=utf-8' },
  { path: '/mail.css', file: 'mail.css', type: 'text/css; charset=utf-8' },
  { path: '/mail.js', file: 'mail.js', type: 'text/javascript; charset=utf-8' },
] as const;

const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The page on which a person reads every mail, and the same for programs: `GET /mails`, `GET /mails?to=address`. */
export function mailPage(app: FastifyInstance, mailbox: Mailbox): void {
  for (const { path, file, type } of files) {
    const content = readFileSync(join(folder, file));
    app.get(path, async (_request, reply) => reply.headers(headers).type(type).send(content));
  }
  app.get<{ Querystring: { to?: string } }>('/mails', async (request, reply) =>
    reply.headers(headers).send({ mails: mailbox.list(request.query.to ?? null) }),
  );
}
