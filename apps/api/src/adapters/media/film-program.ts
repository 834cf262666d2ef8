/*
 * A program of its own: reads an MP4 file and writes another with the same pictures and sound, packet by packet, and
 * nothing else of it (no place where it was filmed, nothing hidden behind the end). Nothing is decoded or made smaller.
 * `film-program <in> <out>`; runs with limits (`limited-process.ts`).
 */
import { stat } from 'node:fs/promises';
import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import type { FilmAnswer } from './film-answer.ts';

/** Longest film, and largest picture, that anybody would show there. */
const SECONDS_MAX = 600;
const PIXELS_MAX = 1920 * 1920;

const refused = (message: string): FilmAnswer => ({ kind: 'refused', message });

const copyVideo = async (track: InputVideoTrack, source: EncodedVideoPacketSource): Promise<void> => {
  const config = await track.getDecoderConfig();
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, config === null ? undefined : { decoderConfig: config });
  source.close();
};

const copyAudio = async (track: InputAudioTrack, source: EncodedAudioPacketSource): Promise<void> => {
  const config = await track.getDecoderConfig();
  for await (const packet of new EncodedPacketSink(track).packets())
    await source.add(packet, config === null ? undefined : { decoderConfig: config });
  source.close();
};

const clean = async (from: string, to: string): Promise<FilmAnswer> => {
  const input = new Input({ source: new FilePathSource(from), formats: [MP4, QTFF] });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (video === null) return refused('It has no picture.');
  const [videoCodec, audioCodec] = [await video.getCodec(), await audio?.getCodec()];
  if (videoCodec !== 'avc')
    return refused(`Its picture is ${videoCodec ?? 'of an unknown kind'}, which not every phone plays.`);
  if (audio !== null && audioCodec !== 'aac')
    return refused(`Its sound is ${audioCodec ?? 'of an unknown kind'}, which not every phone plays.`);
  const seconds = await input.computeDuration();
  if (!(seconds > 0.5)) return refused('It shows nothing.');
  if (seconds > SECONDS_MAX) return refused('It is longer than ten minutes.');
  const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  if (!(width > 0 && height > 0) || width * height > PIXELS_MAX)
    return refused(`Its picture of ${width} × ${height} is larger than 1920 × 1920.`);
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new FilePathTarget(to),
  });
  const pictures = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(pictures, { rotation: await video.getRotation() });
  const sound = audio === null ? null : new EncodedAudioPacketSource('aac');
  if (sound !== null) output.addAudioTrack(sound);
  await output.start();
  await Promise.all([
    copyVideo(video, pictures),
    audio !== null && sound !== null ? copyAudio(audio, sound) : undefined,
  ]);
  await output.finalize();
  return { kind: 'film', width, height, seconds, bytes: (await stat(to)).size };
};

const [, , from = '', to = ''] = process.argv;
const answer = await clean(from, to).catch(() => refused('It is no MP4 file that can be read.'));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
