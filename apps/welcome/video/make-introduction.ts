/**
 * Makes the introduction videos with captions and posters: `node video/make-introduction.ts [language …]`.
 * Needs Chromium, ffmpeg (libx264, aac, libwebp) and espeak-ng. Run by hand when the words or drawings change;
 * the outcome in `media/` is committed and the build does not depend on these tools.
 *
 * Chromium draws each scene (right shaping, bidi and line breaks, which ffmpeg's own text lacks), frame by frame where
 * something moves; espeak-ng speaks; the captions take their times from the measured speech.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../infra/browser.ts';
import { ar } from './introduction-ar.ts';
import { en } from './introduction-en.ts';
import { es } from './introduction-es.ts';
import { fr } from './introduction-fr.ts';
import { posterHtml, sceneHtml, type Introduction } from './slides.ts';

const FPS = 15;
const LEAD_SECONDS = 0.5;
const GAP_SECONDS = 0.35;
const TAIL_SECONDS = 0.7;
const out = join(import.meta.dirname, '../media');

/** Arguments come in groups, one per matter. */
const ffmpeg = (...groups: readonly (readonly string[])[]): void => {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...groups.flat()]);
};

/** Speaks one sentence; returns its length in seconds (16-bit mono at 22,050 Hz, without the silence around it). */
const speak = ({ voice, wordsPerMinute }: Introduction, sentence: string, wav: string): number => {
  execFileSync('espeak-ng', [
    '-v',
    voice,
    '-s',
    String(wordsPerMinute),
    '-p',
    '42',
    '-g',
    '2',
    '-w',
    `${wav}.raw.wav`,
    sentence,
  ]);
  const trim = 'silenceremove=start_periods=1:start_threshold=-50dB,areverse';
  ffmpeg(
    ['-i', `${wav}.raw.wav`],
    ['-af', `${trim},${trim},highpass=f=90,lowpass=f=7500,aresample=48000`],
    ['-ac', '1', wav],
  );
  const seconds = execFileSync('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'format=duration',
    '-of',
    'csv=p=0',
    wav,
  ]);
  return Number(seconds.toString());
};

const time = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);

/** Sets every animation to `ms`; true while one of them still moves or has yet to begin moving. */
const seek = (page: Page, ms: number): Promise<boolean> =>
  page.evaluate((at) => {
    let moves = false;
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = at;
      const { delay = 0, endTime = 0 } = animation.effect?.getComputedTiming() ?? {};
      moves ||= at >= delay && at <= Number(endTime) + 100;
    }
    return moves;
  }, ms);

/** Draws, speaks and encodes one language; returns its length in seconds. */
const make = async (introduction: Introduction, page: Page, scratch: string): Promise<number> => {
  const shots: { file: string; frames: number }[] = [];
  const sound: { file: string; at: number }[] = [];
  const cues: string[] = [];
  let start = 0;
  for (const [number, scene] of introduction.scenes.entries()) {
    let at = LEAD_SECONDS;
    for (const [part, sentence] of scene.spoken.entries()) {
      const file = join(scratch, `voice-${number}-${part}.wav`);
      const seconds = speak(introduction, sentence, file);
      sound.push({ file, at: start + at });
      cues.push(`${time(start + at)} --> ${time(start + at + seconds + GAP_SECONDS - 0.05)}\n${sentence}`);
      at += seconds + GAP_SECONDS;
    }
    const frames = Math.ceil((at + TAIL_SECONDS) * FPS);
    await page.setContent(sceneHtml(introduction, scene, frames / FPS));
    for (let frame = 0; frame < frames; frame += 1) {
      const moves = await seek(page, (frame / FPS) * 1000);
      const last = shots.at(-1);
      if (!moves && frame > 0 && last !== undefined) {
        last.frames += 1;
        continue;
      }
      const file = join(scratch, `frame-${number}-${frame}.png`);
      await page.screenshot({ path: file });
      shots.push({ file, frames: 1 });
    }
    start += frames / FPS;
  }

  const name = join(out, `introduction-${introduction.language}`);
  const list = join(scratch, 'frames.txt');
  const lines = shots.map(({ file, frames }) => `file '${file}'\nduration ${(frames / FPS).toFixed(6)}`);
  await writeFile(list, `${lines.join('\n')}\nfile '${shots.at(-1)?.file}'\n`);
  const voices = sound.map(({ at }, i) => `[${i + 1}:a]adelay=${Math.round(at * 1000)}:all=1[v${i}]`);
  // The encoder overshoots by up to 2.5 dB, so the limiter leaves 5 dB.
  const mix = `${sound.map((_, i) => `[v${i}]`).join('')}amix=inputs=${sound.length}:normalize=0,loudnorm=I=-16:TP=-1.5:LRA=11,aresample=48000,alimiter=limit=0.55:level=false,apad[a]`;
  ffmpeg(
    ['-f', 'concat', '-safe', '0', '-i', list],
    sound.flatMap(({ file }) => ['-i', file]),
    ['-filter_complex', [...voices, mix].join(';'), '-map', '0:v', '-map', '[a]', '-t', start.toFixed(3)],
    ['-r', String(FPS), '-c:v', 'libx264', '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-crf', '30'],
    ['-preset', 'veryslow', '-tune', 'animation', '-g', String(FPS * 10)],
    ['-c:a', 'aac', '-ac', '1', '-b:a', '40k', '-movflags', '+faststart', '-map_metadata', '-1'],
    [`${name}.mp4`],
  );
  await writeFile(`${name}.vtt`, `WEBVTT\n\n${cues.join('\n\n')}\n`);

  await page.setContent(posterHtml(introduction));
  await seek(page, 60_000);
  const poster = join(scratch, 'poster.png');
  await page.screenshot({ path: poster });
  ffmpeg(
    ['-i', poster, '-vf', 'scale=960:540:flags=lanczos'],
    ['-c:v', 'libwebp', '-quality', '80', '-compression_level', '6', `${name}.webp`],
  );
  return Math.round(start);
};

/** What `media/catalogue.json` says, one entry per language. */
interface Catalogue {
  introductions: Record<string, { durationSeconds: number; poster: { width: number; height: number } }>;
}

const wanted = process.argv.slice(2);
const browser = await launchBrowser();
if (browser === null) throw new Error('Drawing the video needs Chromium.');
await mkdir(out, { recursive: true });
const catalogueFile = join(out, 'catalogue.json');
const catalogue = JSON.parse(await readFile(catalogueFile, 'utf8')) as Catalogue;
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  for (const introduction of [en, es, fr, ar]) {
    const { language } = introduction;
    if (wanted.length > 0 && !wanted.includes(language)) continue;
    const scratch = await mkdtemp(join(tmpdir(), 'keyholder-video-'));
    try {
      const durationSeconds = await make(introduction, page, scratch);
      catalogue.introductions[language] = { durationSeconds, poster: { width: 960, height: 540 } };
      console.log(`${language}: ${durationSeconds} s`);
    } finally {
      await rm(scratch, { recursive: true });
    }
  }
  await writeFile(catalogueFile, `${JSON.stringify(catalogue, null, 2)}\n`);
} finally {
  await browser.close();
}
