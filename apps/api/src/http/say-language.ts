import type { FastifyInstance } from 'fastify';
import { readerLanguage } from './reader-language.ts';

/** Says of each answer of the API in which language its words are, and that another reader may get others. */
export const sayLanguage = (server: FastifyInstance): void => {
  server.addHook('onSend', async (request, reply) => {
    if (!request.url.startsWith('/api/v1/')) return;
    void reply.header('vary', [reply.getHeader('vary'), 'Accept-Language'].filter(Boolean).join(', '));
    if (reply.hasHeader('content-language') || !String(reply.getHeader('content-type')).includes('json'))
      return;
    void reply.header('content-language', readerLanguage(request.headers['accept-language']));
  });
};
