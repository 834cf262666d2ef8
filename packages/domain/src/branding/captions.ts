import { err, ok, type Result } from '../shared/result.ts';

const TIME = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)[.,](\d{3})`;
const TIMING = new RegExp(String.raw`^${TIME}[ \t]+-->[ \t]+${TIME}(?:[ \t].*)?$`, 'u');
/** Most cues of a video that anybody watches. */
const CUES_MAX = 2_000;

const seconds = (parts: readonly (string | undefined)[]): number => {
  const [hours = '0', minutes = '0', whole = '0', thousandths = '0'] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
};

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (time: number): string => {
  const milliseconds = Math.round(time * 1000);
  const whole = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two);
  return `${parts.join(':')}.${String(milliseconds % 1000).padStart(3, '0')}`;
};

/** What is said, without markup: no styles, links or positions come from an upload. */
const plain = (line: string): string =>
  line
    .replace(/<[^>]*>?/gu, '')
    .replace(/&(?!amp;|lt;|gt;|lrm;|rlm;|nbsp;)/gu, '&amp;')
    .replaceAll('-->', '→')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
    .trim();

/**
 * Reads captions (WebVTT; SubRip is nearly the same and taken as well) and writes them anew: cues with their times and
 * plain words, nothing else of the file.
 * @returns the WebVTT file, or what is wrong with it
 */
export const cleanCaptions = (source: string): Result<string, string> => {
  const lines = source.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  const cues: string[] = [];
  let last = -1;
  for (let at = 0; at < lines.length; at += 1) {
    const times = TIMING.exec(lines[at] ?? '');
    if (times === null) continue;
    const [from, to] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
    if (to <= from || from < last) return err(`The times of the ${cues.length + 1}. caption do not fit.`);
    last = from;
    const words: string[] = [];
    while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') {
      at += 1;
      const said = plain(lines[at] ?? '');
      if (said !== '') words.push(said);
    }
    if (words.length > 0) cues.push(`${clock(from)} --> ${clock(to)}\n${words.join('\n')}`);
    if (cues.length > CUES_MAX) return err(`More than ${CUES_MAX} captions.`);
  }
  if (cues.length === 0) return err('It holds no captions with times such as 00:00:01.000 --> 00:00:04.000.');
  return ok(`WEBVTT\n\n${cues.join('\n\n')}\n`);
};
