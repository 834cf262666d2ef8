import type { INestApplication } from '@nestjs/common';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './openapi-document.ts';

const PAGE = '/api/docs';

/** The page's own scripts only; its style sheet writes style attributes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The OpenAPI document at `/api/openapi.json`, and as a page to read at `/api/docs`. */
export const serveApiDescription = (app: INestApplication): void => {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith(PAGE)) void reply.header('content-security-policy', POLICY);
  });
  SwaggerModule.setup(PAGE, app, () => openApiDocument(app), {
    jsonDocumentUrl: '/api/openapi.json',
    customSiteTitle: 'Keyholder API',
    customCss: '.topbar { display: none }',
  });
};
