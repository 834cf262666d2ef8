import { HttpException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Only the provider's webhooks are forms. */
const WEBHOOKS = /^\/webhooks\//u;
const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/iu;

/** Where the body is of a kind that nobody reads here. */
const isForeignContent = (url: string, contentType: string | undefined): boolean =>
  contentType !== undefined && FORM.test(contentType) && !WEBHOOKS.test(url);

/** The database has no null characters. Bodies are checked field by field; addresses here. */
const holdsNullCharacter = (url: string): boolean => /%00/u.test(url);

/** Refuses what could only be misread: forms and plain text where JSON is meant, null characters in an address. */
export const refuseUnreadableRequests = (server: FastifyInstance): void => {
  server.removeContentTypeParser('text/plain');
  server.addHook('onRequest', async ({ url, headers }) => {
    if (holdsNullCharacter(url)) throw new HttpException('null character', 400);
    if (isForeignContent(url, headers['content-type'])) throw new HttpException('content type', 415);
  });
};
