import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { AssetKind, BrandAsset } from '@keyholder/domain/branding/brand-asset';
import type { BrandPage } from '@keyholder/domain/branding/brand-page';
import { cleanCaptions } from '@keyholder/domain/branding/captions';
import { logoFacts } from '@keyholder/domain/branding/logo-facts';
import { UPLOAD_ACCEPTED, UPLOAD_MAX_BYTES } from '@keyholder/domain/branding/upload-limits';
import { err, ok, type Result } from '@keyholder/domain/shared/result';
import { Uploads, type Upload, type UploadRefusal } from '../../ports/uploads.ts';
import { fileKind } from './file-kinds.ts';
import type { FilmAnswer } from './film-answer.ts';
import { runLimited, type LimitedOutcome, type Limits } from './limited-process.ts';
import type { MediaFolder } from './media-folder.ts';
import type { PictureAnswer } from './picture-answer.ts';

type Taken = Result<BrandAsset, UploadRefusal>;

/** Two seconds of one core: what honest files need a tenth of. */
const LIMITS: Limits = {
  cpuSeconds: 2,
  dataKilobytes: 1_100_000,
  wallMs: 20_000,
  answerBytes: 4_000_000,
};
/** Larger drawings are bombs or photographs in disguise. */
const SVG_MAX_BYTES = 1_000_000;
/** Files read at once, and waiting to be. */
const AT_ONCE = 2;
const WAITING_MAX = 8;

/** Programs stand beside this file, compiled or not. */
const program = (name: string): string =>
  path.join(import.meta.dirname, `${name}${path.extname(import.meta.filename)}`);

const refuse = (code: UploadRefusal['code'], message: string): { ok: false; error: UploadRefusal } =>
  err({ code, message });
const notUsable = (kind: AssetKind, what: string): { ok: false; error: UploadRefusal } =>
  refuse('not_usable', `${what} Send ${UPLOAD_ACCEPTED[kind]}.`);
const tooCostly = (kind: AssetKind): { ok: false; error: UploadRefusal } =>
  refuse('too_costly', `It takes too long or too much memory to read. Send ${UPLOAD_ACCEPTED[kind]}.`);

/** The answer of one of our programs; null where it was ended. */
const parsed = (outcome: LimitedOutcome): unknown =>
  outcome.kind === 'answered' ? (JSON.parse(outcome.answer.toString('utf8')) as unknown) : null;

/** What a drawing may not hold: libraries have stumbled over it, and no logo needs it. */
const svgFault = (text: string): string | null => {
  if (text.length > SVG_MAX_BYTES) return 'The drawing is larger than 1 MB.';
  if (/<!ENTITY/iu.test(text)) return 'The drawing defines entities; export it as plain SVG.';
  return null;
};

/** Takes uploads in: reads them with limits, writes them anew, keeps what came out. */
export class CleanedUploads extends Uploads {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly folder: MediaFolder,
    private readonly pagesDir: string,
  ) {
    super();
  }

  override async take(upload: Upload): Promise<Taken> {
    const limit = UPLOAD_MAX_BYTES[upload.kind];
    const tooLarge = refuse(
      'too_large',
      `The file is larger than ${limit / 1_000_000} MB. Send ${UPLOAD_ACCEPTED[upload.kind]}.`,
    );
    if ((upload.declaredBytes ?? 0) > limit) return tooLarge;
    const incoming = await this.folder.temporary();
    try {
      if (!(await this.receive(upload.body, incoming, limit))) return tooLarge;
      if (!(await this.turn())) return refuse('busy', 'Many files are being read. Try again in a minute.');
      try {
        const taken = await this.clean(upload, incoming);
        if (taken.ok) await this.folder.placeFile(upload.companyId, taken.value.file, this.pagesDir);
        return taken;
      } finally {
        this.done();
      }
    } finally {
      await rm(incoming, { force: true });
    }
  }

  override place(page: BrandPage): Promise<void> {
    return this.folder.place(page, this.pagesDir);
  }

  override read(companyId: string, file: string): Promise<Uint8Array | null> {
    return this.folder.read(companyId, file);
  }

  /** To disk, chunk by chunk; false as soon as it is more than the limit. */
  private async receive(body: AsyncIterable<Uint8Array>, to: string, limit: number): Promise<boolean> {
    const handle: FileHandle = await open(to, 'wx', 0o600);
    let bytes = 0;
    try {
      for await (const chunk of body) {
        bytes += chunk.length;
        if (bytes > limit) return false;
        await handle.write(chunk);
      }
      return true;
    } finally {
      await handle.close();
    }
  }

  private clean(upload: Upload, incoming: string): Promise<Taken> {
    switch (upload.kind) {
      case 'logo':
      case 'poster':
        return this.picture(upload, incoming);
      case 'captions':
        return this.captions(upload, incoming);
      case 'video':
        return this.film(upload, incoming);
    }
  }

  private async picture({ companyId, kind }: Upload, incoming: string): Promise<Taken> {
    const input = await readFile(incoming);
    const is = fileKind(input);
    if (is === 'unknown' || is === 'mp4' || (is === 'svg' && kind === 'poster'))
      return notUsable(kind, 'This is no picture that can be used.');
    const fault = is === 'svg' ? svgFault(input.toString('utf8')) : null;
    if (fault !== null) return notUsable(kind, fault);
    const outcome = await runLimited(program('picture-program'), [kind], input, LIMITS);
    const answer = parsed(outcome) as PictureAnswer | null;
    if (answer === null) return tooCostly(kind);
    if (answer.kind === 'refused') {
      return answer.tooLarge
        ? notUsable(kind, 'The picture has too many pixels (more than 40 million).')
        : notUsable(kind, 'The picture is damaged or not what it claims to be.');
    }
    if (answer.width < 8 || answer.height < 8) return notUsable(kind, 'The picture is empty or tiny.');
    const rgba = Buffer.from(answer.pixels?.rgba ?? '', 'base64');
    if (kind === 'logo' && !rgba.some((value, at) => at % 4 === 3 && value >= 128))
      return notUsable(kind, 'There is nothing to be seen on it.');
    const content = Buffer.from(answer.webp, 'base64');
    const file = await this.folder.keep(companyId, content, 'webp');
    const { jpeg, pixels } = answer;
    const cardPhoto =
      jpeg === null ? null : await this.folder.keep(companyId, Buffer.from(jpeg, 'base64'), 'jpg');
    return ok({
      id: path.parse(file).name,
      kind,
      file,
      bytes: content.length,
      width: answer.width,
      height: answer.height,
      seconds: null,
      logo: pixels === null ? null : logoFacts({ ...pixels, rgba }, answer.sourceWidth),
      cardPhoto,
    });
  }

  private async captions({ companyId, kind }: Upload, incoming: string): Promise<Taken> {
    const cleaned = cleanCaptions(await readFile(incoming, 'utf8'));
    if (!cleaned.ok) return notUsable(kind, cleaned.error);
    const content = Buffer.from(cleaned.value);
    const file = await this.folder.keep(companyId, content, 'vtt');
    return ok({ ...nothingMeasured(file, kind), bytes: content.length });
  }

  private async film({ companyId, kind }: Upload, incoming: string): Promise<Taken> {
    const head = Buffer.alloc(4096);
    const handle = await open(incoming);
    try {
      await handle.read(head);
    } finally {
      await handle.close();
    }
    if (fileKind(head) !== 'mp4') return notUsable(kind, 'This is no MP4 film.');
    const written = await this.folder.temporary();
    try {
      const outcome = await runLimited(
        program('film-program'),
        [incoming, written],
        new Uint8Array(),
        LIMITS,
        [written],
      );
      const answer = parsed(outcome) as FilmAnswer | null;
      if (answer === null) return tooCostly(kind);
      if (answer.kind === 'refused') return notUsable(kind, answer.message);
      const file = await this.folder.keep(companyId, await readFile(written), 'mp4');
      const { width, height, seconds, bytes } = answer;
      return ok({ ...nothingMeasured(file, kind), bytes, width, height, seconds });
    } finally {
      await rm(written, { force: true });
    }
  }

  /** Waits for a turn; false where too many wait already. */
  private async turn(): Promise<boolean> {
    if (this.working < AT_ONCE) {
      this.working += 1;
      return true;
    }
    if (this.waiting.length >= WAITING_MAX) return false;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return true;
  }

  private done(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.working -= 1;
    else next();
  }
}

const nothingMeasured = (file: string, kind: AssetKind): BrandAsset => ({
  id: path.parse(file).name,
  kind,
  file,
  bytes: 0,
  width: null,
  height: null,
  seconds: null,
  logo: null,
  cardPhoto: null,
});
