import { defineConfig, passthroughImageService } from 'astro/config';
import { brandPages } from './bundle/brand-pages-integration.ts';
import { sourceHash } from './bundle/source-hash.ts';

/**
 * With `WELCOME_BRANDS_FILE` (a JSON array of brands) Astro builds their pages as a plain static site;
 * without it Astro builds the render bundle.
 */
const brandsFile = process.env['WELCOME_BRANDS_FILE'];

export default defineConfig({
  output: brandsFile === undefined ? 'server' : 'static',
  outDir: process.env['WELCOME_OUT_DIR'] ?? './dist',
  build: { inlineStylesheets: 'always', format: 'directory', server: './bundle' },
  trailingSlash: 'always',
  compressHTML: true,
  session: false,
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  ...(brandsFile === undefined
    ? { adapter: brandPages(undefined) }
    : { integrations: [brandPages(brandsFile)] }),
  security: {
    checkOrigin: false,
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ],
    },
  },
  vite: {
    define: { __BUILD_ID__: JSON.stringify(sourceHash()) },
    resolve: { conditions: ['@keyholder/source'] },
    ssr: { noExternal: true, resolve: { conditions: ['@keyholder/source'] } },
    build: {
      // Old phones get plain syntax; the style sheet stays modern, or logical properties would be written out twice.
      target: ['chrome87', 'safari14'],
      cssTarget: ['chrome120', 'safari17'],
      // One request per page: style and script are part of the document.
      assetsInlineLimit: (file) => /\.(?:js|ts|css)$/u.test(file) || undefined,
    },
  },
});
