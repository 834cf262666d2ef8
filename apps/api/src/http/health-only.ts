import { HttpException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** For a process that serves nobody: whoever watches it may ask for its health, and nothing else is there. */
export const serveOnlyHealth = (server: FastifyInstance): void => {
  server.addHook('onRequest', async ({ url }) => {
    if (!url.startsWith('/health/')) throw new HttpException('not the API', 404);
  });
};
