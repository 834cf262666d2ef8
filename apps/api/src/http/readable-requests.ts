import { HttpException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { invalidFields } from './problem.ts';

/** Only the provider's webhooks are forms. */
const WEBHOOKS = /^\/webhooks\//u;
const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/iu;

/** Where the body is of a kind that nobody reads here. */
const isForeignContent = (url: string, contentType: string | undefined): boolean =>
  contentType !== undefined && FORM.test(contentType) && !WEBHOOKS.test(url);

/** The database has no null characters. */
const holdsNullCharacter = (url: string): boolean => /%00/u.test(url);

/** Names of the JSON body's fields that hold one, dots leading into objects. */
const fieldsWithNull = (value: unknown, at: readonly string[] = []): string[] => {
  if (typeof value === 'string') return value.includes('\u0000') ? [at.join('.') || 'body'] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => fieldsWithNull(field, [...at, name]));
};

/**
 * Refuses what could only be misread: forms and plain text where JSON is meant, null characters in an address, a request
 * that names no host.
 */
export const refuseUnreadableRequests = (server: FastifyInstance): void => {
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', async ({ url, headers, raw }) => {
    if (headers.host === undefined && raw.httpVersion !== '1.0') throw new HttpException('no host', 400);
    if (holdsNullCharacter(url)) throw new HttpException('null character', 400);
    if (isForeignContent(url, headers['content-type'])) throw new HttpException('content type', 415);
  });
  server.addHook('preValidation', async ({ url, headers, body }) => {
    if (WEBHOOKS.test(url) || !(headers['content-type'] ?? '').includes('json')) return;
    const fields = fieldsWithNull(body);
    if (fields.length === 0) return;
    throw invalidFields(
      fields.map((field) => ({
        field,
        code: 'null_character',
        message: 'It holds a null character.',
        accepted: 'text without null characters',
      })),
    );
  });
};
