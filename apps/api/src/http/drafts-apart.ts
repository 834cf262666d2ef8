import type { FastifyInstance } from 'fastify';
import type { Settings } from '../settings.ts';

/** Drafts are shown by a host that shows nothing in anybody's name; and by no other. */
export const keepDraftsApart = (server: FastifyInstance, { previewOrigin }: Settings): void => {
  const previewHost = previewOrigin === null ? null : new URL(previewOrigin).host;
  server.addHook('onRequest', async (request, reply) => {
    const isPreviewHost = request.headers.host === previewHost;
    const ofPreview = request.url.startsWith('/preview/');
    const inAName = /^\/(?:portal|api\/auth)(?:[/?]|$)/u.test(request.url);
    if (isPreviewHost ? inAName : ofPreview) await reply.status(404).send();
  });
};

/** Uploads are read by whoever takes them, chunk by chunk, and never whole in memory. */
export const takeFilesAsStreams = (server: FastifyInstance): void => {
  server.addContentTypeParser('application/octet-stream', (_, payload, done) => {
    done(null, payload);
  });
};
