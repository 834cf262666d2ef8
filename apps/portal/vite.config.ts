import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const hashesFile = 'csp-style-hashes.json';

/** Puts the hashes of the styles that React Aria injects beside the pages, where the server reads them for its policy. */
const styleHashes: Plugin = {
  name: 'keyholder:csp-style-hashes',
  generateBundle() {
    const source = readFileSync(path.join(import.meta.dirname, hashesFile), 'utf8');
    this.emitFile({ type: 'asset', fileName: hashesFile, source });
  },
};

const COMPRESSED = /\.(?:js|css|html|svg)$/u;

/** Writes each text file beside itself as Brotli, once and as small as it gets, for the server to send. */
const compressed: Plugin = {
  name: 'keyholder:compressed',
  writeBundle({ dir = 'dist' }, bundle) {
    for (const fileName of Object.keys(bundle).filter((name) => COMPRESSED.test(name))) {
      const file = path.join(dir, fileName);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
    }
  },
};

export default defineConfig({
  base: '/portal/',
  plugins: [react(), styleHashes, compressed],
  resolve: { conditions: ['@keyholder/source', 'module', 'browser', 'development|production'] },
  build: { assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env['KEYHOLDER_API'] ?? 'http://localhost:3000' } },
});
