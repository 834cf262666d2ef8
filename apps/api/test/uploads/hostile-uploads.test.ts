import { createServer } from 'node:http';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AssetKind, BrandAsset } from '@keyholder/domain/branding/brand-asset';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CleanedUploads } from '../../src/adapters/media/cleaned-uploads.ts';
import { MediaFolder } from '../../src/adapters/media/media-folder.ts';
import { film, MARK, png, pngComment, slowDrawing, svg, useBomb } from './samples.ts';

const COMPANY = '019ac000-0000-7000-8000-0000000000aa';
const OTHER = '019ac000-0000-7000-8000-0000000000bb';

let folder: string;
let uploads: CleanedUploads;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'keyholder-uploads-'));
  uploads = new CleanedUploads(new MediaFolder(folder), path.join(folder, 'pages'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* inChunks(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}

const send = (content: Uint8Array, kind: AssetKind = 'logo', companyId = COMPANY) =>
  uploads.take({ companyId, kind, body: inChunks(content), declaredBytes: null });
const taken = async (content: Uint8Array, kind: AssetKind = 'logo'): Promise<BrandAsset> => {
  const result = await send(content, kind);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};
const refused = async (content: Uint8Array, kind: AssetKind = 'logo'): Promise<string> => {
  const result = await send(content, kind);
  return result.ok ? 'taken' : `${result.error.code}: ${result.error.message}`;
};
const kept = async ({ file }: BrandAsset): Promise<Uint8Array> => (await uploads.read(COMPANY, file))!;
/** Seconds of one core that the children of this process have used. */
const childSeconds = async (): Promise<number> => {
  const fields = (await readFile('/proc/self/stat', 'utf8')).split(') ')[1]!.split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
};

describe('honest files', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'a %s logo is sized, measured and kept as WebP',
    async (format) => {
      const source = await sharp({ create: { width: 1600, height: 400, channels: 3, background: '#0b5d7a' } })
        .toFormat(format)
        .toBuffer();
      const asset = await taken(source);
      expect(asset).toMatchObject({ kind: 'logo', width: 480, height: 120, seconds: null });
      expect(asset.logo).toMatchObject({ transparent: false, sourceWidth: 1600 });
      expect(asset.logo!.contrastOnLight).toBeGreaterThan(5);
      expect((await sharp(await kept(asset)).metadata()).format).toBe('webp');
      expect((await sharp((await uploads.read(COMPANY, asset.cardPhoto!))!).metadata()).format).toBe('jpeg');
    },
  );

  it('a drawing is drawn sharp, without its empty margin', async () => {
    const asset = await taken(svg(MARK, 'viewBox="0 0 600 200" width="60" height="20"'));
    expect(asset).toMatchObject({ width: 360, height: 120, logo: { transparent: true, sourceWidth: null } });
    expect(asset.file).toBe(`${asset.id}.webp`);
  });

  it('the same logo twice is one file; another company’s is its own', async () => {
    const one = await taken(svg(MARK));
    expect(await taken(svg(MARK))).toEqual(one);
    expect(await uploads.read(OTHER, one.file)).toBeNull();
    const theirs = await send(svg(MARK), 'logo', OTHER);
    expect(theirs.ok && theirs.value.file).toBe(one.file);
    expect((await readdir(folder)).toSorted()).toEqual(['.incoming', COMPANY, OTHER, 'pages'].toSorted());
  });

  it('a film keeps its pictures and sound, and loses everything else', async () => {
    const source = await film();
    const secret = Buffer.from('PK\u0003\u0004<script>alert(1)</script>', 'latin1');
    const asset = await taken(Buffer.concat([source, secret]), 'video');
    expect(asset).toMatchObject({ width: 1280, height: 720 });
    expect(asset.seconds).toBeGreaterThan(30);
    const content = Buffer.from(await kept(asset));
    expect(content.includes(secret)).toBe(false);
    // What a phone needs first comes first.
    expect(content.indexOf('moov')).toBeLessThan(content.indexOf('mdat'));
    expect(content.length).toBeGreaterThan(source.length * 0.9);
  });

  it('captions keep times and words', async () => {
    const source =
      'WEBVTT\n\nSTYLE\n::cue{}\n\n1\n00:01.000 --> 00:02.500 line:0\n<c.x onclick=1>Hello</c> & <b>you\n';
    const asset = await taken(Buffer.from(source), 'captions');
    expect(Buffer.from(await kept(asset)).toString()).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello &amp; you\n',
    );
  });
});

describe('hostile files are refused or made harmless', () => {
  let beacon: { url: string; hits: () => number; stop: () => void };
  beforeAll(async () => {
    let hits = 0;
    const server = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    beacon = { url: `http://127.0.0.1:${port}/x.png`, hits: () => hits, stop: () => server.close() };
  });
  afterAll(() => beacon.stop());

  it.each<[string, () => Buffer]>([
    [
      'script and handlers',
      () => svg(`<script>alert(1)</script>${MARK.replace('/>', ' onload="alert(1)"/>')}`),
    ],
    [
      'a foreign object',
      () =>
        svg(
          `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="${beacon.url}"/></body></foreignObject>${MARK}`,
        ),
    ],
    [
      'a picture from elsewhere',
      () => svg(`<image xlink:href="${beacon.url}" width="9" height="9"/>${MARK}`),
    ],
    [
      'a file of the server',
      () => svg(`<image xlink:href="file:///etc/hostname" width="9" height="9"/>${MARK}`),
    ],
    ['a style sheet from elsewhere', () => svg(`<style>@import url(${beacon.url});</style>${MARK}`)],
    ['a link', () => svg(`<a xlink:href="javascript:alert(1)">${MARK}</a>`)],
  ])('drawing with %s: only pixels are left', async (_, make) => {
    const asset = await taken(make());
    const content = Buffer.from(await kept(asset)).toString('latin1');
    expect(content.startsWith('RIFF')).toBe(true);
    expect(content).not.toMatch(/script|http|file:/u);
    expect(beacon.hits()).toBe(0);
  });

  it.each<[string, Buffer, string]>([
    [
      'an external entity',
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text>&x;</text></svg>',
      ),
      'not_usable: The drawing defines entities',
    ],
    [
      'laughs',
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "&a;&a;">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg"/>`,
      ),
      'not_usable: The drawing defines entities',
    ],
    ['a canvas of a hundred thousand pixels', svg(MARK, 'width="100000" height="100000"'), 'not_usable'],
    [
      'a drawing of two megabytes',
      svg(`${MARK}<!--${'x'.repeat(2_000_000)}-->`),
      'not_usable: The drawing is larger',
    ],
    ['nothing drawn', svg(''), 'not_usable'],
    [
      'a page with a drawing in it',
      Buffer.from(`<html>${svg(MARK).toString()}</html>`),
      'not_usable: This is no picture',
    ],
    ['a script called logo.png', Buffer.from('alert(1)'), 'not_usable: This is no picture'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not_usable: This is no picture'],
    ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0', 'latin1'), 'not_usable: This is no picture'],
    ['a compressed drawing', Buffer.from([0x1f, 0x8b, 8, 0]), 'not_usable: This is no picture'],
    ['an empty file', Buffer.alloc(0), 'not_usable: This is no picture'],
    ['a cut-off PNG', png(400, 400).subarray(0, 60), 'not_usable: The picture is damaged'],
    [
      'a PNG that is something else',
      Buffer.concat([png(9, 9).subarray(0, 8), Buffer.from('hello')]),
      'not_usable: The picture is damaged',
    ],
    ['a decompression bomb', png(30_000, 30_000), 'not_usable: The picture has too many pixels'],
    ['a film called a logo', Buffer.from('\0\0\0\u0018ftypisom', 'latin1'), 'not_usable: This is no picture'],
  ])('%s', async (_, content, expected) => {
    expect(await refused(content)).toContain(expected);
  });

  it.each([
    ['that draws itself ten million times', useBomb(7), /^(?:too_costly|not_usable)/u],
    ['that takes minutes to draw', slowDrawing(), /^too_costly/u],
  ])('a drawing %s costs two seconds of one core at most', async (_, content, expected) => {
    const before = await childSeconds();
    expect(await refused(content)).toMatch(expected);
    expect((await childSeconds()) - before).toBeLessThan(3.5);
  });

  it('a PNG with a page in its comment, and one with an archive behind it, lose both', async () => {
    const hidden = Buffer.concat([
      png(400, 100, [pngComment('<script>alert(1)</script>')]),
      Buffer.from('PK\u0003\u0004evil'),
    ]);
    const content = Buffer.from(await kept(await taken(hidden))).toString('latin1');
    expect(content).not.toMatch(/script|evil/u);
  });

  it.each<[string, Buffer, AssetKind, string]>([
    ['a drawing as poster', svg(MARK), 'poster', 'not_usable: This is no picture'],
    ['a page as film', Buffer.from('<html>'), 'video', 'not_usable: This is no MP4'],
    [
      'a film that is cut off',
      Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0isomiso2', 'latin1'),
      'video',
      'not_usable: It has no picture',
    ],
    ['a page as captions', Buffer.from('<html>'), 'captions', 'not_usable: It holds no captions'],
    [
      'captions that run backwards',
      Buffer.from('WEBVTT\n\n00:05.000 --> 00:04.000\nx'),
      'captions',
      'not_usable: The times',
    ],
  ])('%s', async (_, content, kind, expected) => {
    expect(await refused(content, kind)).toContain(expected);
  });

  it('a film of two gigabytes: told by its length at once, and by its size as soon as it is too much', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(1_000_000);
      for (;;) {
        sent += chunk.length;
        yield chunk;
      }
    }
    const of = (declaredBytes: number | null) =>
      uploads.take({ companyId: COMPANY, kind: 'video', body: endless(), declaredBytes });
    expect(await of(2_000_000_000)).toMatchObject({ ok: false, error: { code: 'too_large' } });
    expect(sent).toBe(0);
    expect(await of(null)).toMatchObject({ ok: false, error: { code: 'too_large' } });
    expect(sent).toBeLessThan(62_000_000);
  });

  it('a sender that breaks off leaves nothing behind', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1000);
      throw new Error('gone');
    }
    const upload = { companyId: COMPANY, kind: 'video', body: broken(), declaredBytes: null } as const;
    await expect(uploads.take(upload)).rejects.toThrow('gone');
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([]);
  });

  it('more files at once than can be read are told to wait, the others are read', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => send(svg(MARK))));
    const busy = results.filter((result) => !result.ok && result.error.code === 'busy');
    expect(busy.length).toBeGreaterThanOrEqual(1);
    expect(results.filter(({ ok }) => ok)).toHaveLength(12 - busy.length);
  });

  it.each(['../../etc/passwd', 'x.webp', '', `${'a'.repeat(32)}.svg`])(
    'reads no file called %j',
    async (file) => {
      expect(await uploads.read(COMPANY, file)).toBeNull();
      expect(await uploads.read(`../${COMPANY}`, file)).toBeNull();
    },
  );

  it('leaves nothing on its way in', async () => {
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([]);
    expect((await stat(path.join(folder, COMPANY))).isDirectory()).toBe(true);
  });
});
