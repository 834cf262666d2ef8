import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Files below these are named after their content and never change. */
const IMMUTABLE = /\/assets\//u;

/** A page, as it is or compressed. */
const DOCUMENT = /\.html(?:\.br)?$/u;

const cacheFor = (file: string): string =>
  IMMUTABLE.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate';

/** Hashes of the style elements that the portal's component library adds, written by the portal's build. */
const styleHashes = (portalDir: string): readonly string[] => {
  const file = path.join(portalDir, 'csp-style-hashes.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
};

const portalPolicy = (portalDir: string, previewOrigin: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styleHashes(portalDir)
      .map((hash) => `'${hash}'`)
      .join(' ')}`.trim(),
    "img-src 'self' data: blob:",
    // A film is looked at before it is sent; drafts are shown in a frame.
    "media-src 'self' blob:",
    `frame-src ${previewOrigin ?? "'none'"}`,
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** The portal: files, and its first page for every address of its own that is no file. */
const servePortal = async (
  server: FastifyInstance,
  portalDir: string,
  previewOrigin: string | null,
): Promise<void> => {
  const policy = portalPolicy(portalDir, previewOrigin);
  server.get('/', (_, reply) => reply.redirect('/portal/'));
  server.get('/portal', (_, reply) => reply.redirect('/portal/'));
  await server.register(
    async (scope) => {
      await scope.register(fastifyStatic, {
        root: portalDir,
        prefix: '/',
        cacheControl: false,
        preCompressed: true,
        setHeaders: (response, file) => {
          void response.header('cache-control', cacheFor(file));
          // It binds documents; on each of the many small files it would be most of what is transferred.
          if (DOCUMENT.test(file)) void response.header('content-security-policy', policy);
        },
      });
      scope.setNotFoundHandler((request, reply) =>
        request.method === 'GET' || request.method === 'HEAD'
          ? reply.sendFile('index.html')
          : reply.status(404).send(),
      );
    },
    { prefix: '/portal' },
  );
};

/** First path segments that are never a brand's page. */
const NOT_PAGES = /^\/(?:api|webhooks|health|portal|preview|\.)/u;

/** The welcome pages: plain files. Their policy stands in each file; what only a header can say is added here. */
const servePages = async (server: FastifyInstance, pagesDir: string): Promise<void> => {
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: pagesDir,
      prefix: '/',
      redirect: true,
      cacheControl: false,
      dotfiles: 'deny',
      decorateReply: false,
      allowedPath: (pathName) => !NOT_PAGES.test(pathName),
      setHeaders: (response, file) => {
        void response.header('cache-control', cacheFor(file));
        void response.header('content-security-policy', "frame-ancestors 'none'");
        // The type that it is usually given is that of an old version.
        if (file.endsWith('.vcf')) void response.header('content-type', 'text/vcard; charset=utf-8');
      },
    });
  });
};

/** Serves the portal and the welcome pages from their folders. */
export const serveStaticFiles = async (
  server: FastifyInstance,
  folders: {
    readonly portalDir: string | null;
    readonly pagesDir: string;
    readonly previewOrigin: string | null;
  },
): Promise<void> => {
  if (folders.portalDir !== null) await servePortal(server, folders.portalDir, folders.previewOrigin);
  await servePages(server, folders.pagesDir);
};
