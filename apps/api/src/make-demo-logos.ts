/**
 * Makes the demo companies' logos from their drawings, as an upload would: `node dist/make-demo-logos.js`. Run by
 * hand when a drawing changes (needs the Noto fonts); the outcome is committed, so that a start need not draw.
 */
import { createReadStream } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CleanedUploads } from './adapters/media/cleaned-uploads.ts';
import { MediaFolder } from './adapters/media/media-folder.ts';
import { mediaDirOfWelcome } from './adapters/welcome-site/built-in-media.ts';

const COMPANY = '00000000-0000-0000-0000-000000000000';
const demo = path.join(mediaDirOfWelcome(), 'demo');
const scratch = await mkdtemp(path.join(tmpdir(), 'keyholder-logos-'));
try {
  const uploads = new CleanedUploads(new MediaFolder(scratch), scratch);
  const logos: Record<string, unknown> = {};
  for (const name of ['riverside', 'nocturne', 'almanar']) {
    for (const scheme of ['light', 'dark']) {
      const file = `${name}-${scheme}`;
      const body = createReadStream(path.join(demo, `${file}.svg`));
      const taken = await uploads.take({ companyId: COMPANY, kind: 'logo', body, declaredBytes: null });
      if (!taken.ok) throw new Error(`${file}: ${taken.error.message}`);
      const { file: webp, cardPhoto, width, height, logo } = taken.value;
      await copyFile(path.join(scratch, COMPANY, webp), path.join(demo, `${file}.webp`));
      await copyFile(path.join(scratch, COMPANY, cardPhoto ?? ''), path.join(demo, `${file}.jpg`));
      logos[file] = { width, height, logo };
    }
  }
  await writeFile(path.join(demo, 'logos.json'), `${JSON.stringify(logos, null, 2)}\n`);
} finally {
  await rm(scratch, { recursive: true });
}
