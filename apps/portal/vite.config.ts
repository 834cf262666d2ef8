import { readFileSync } from 'node:fs';
import path from 'node:path';
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

export default defineConfig({
  base: '/portal/',
  plugins: [react(), styleHashes],
  resolve: { conditions: ['@keyholder/source', 'module', 'browser', 'development|production'] },
  build: { assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env['KEYHOLDER_API'] ?? 'http://localhost:3000' } },
});
