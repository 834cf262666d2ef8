import { call } from './api.ts';

const STEPS = [100, 75, 50, 25];
/** What players round off at the end of a video. */
const SLACK_SECONDS = 1.5;

/**
 * Reports how much of the video was really played: the union of the played ranges, so skipping ahead does not count.
 * @param already what the API knows, in percent.
 * @param onEnd told once, when all of it was played.
 */
export const watch = (video: HTMLVideoElement, already: number, onEnd: () => void) => {
  /** Highest step that the API has taken, and that is on its way to it. */
  let known = already;
  let sent = already;
  let pending = Promise.resolve();
  const report = () => {
    let played = 0;
    for (let i = 0; i < video.played.length; i += 1) played += video.played.end(i) - video.played.start(i);
    const percent = ((played + (video.ended ? SLACK_SECONDS : 0)) / video.duration) * 100;
    const step = STEPS.find((one) => percent >= one);
    if (step === undefined || step <= sent) return;
    sent = step;
    pending = pending.then(async () => {
      if (await call('/progress', { percent: step })) known = Math.max(known, step);
      else sent = known;
    });
    if (step === 100) onEnd();
  };
  for (const event of ['timeupdate', 'pause', 'ended']) video.addEventListener(event, report);
  document.addEventListener('visibilitychange', report);
  return {
    /** Resolves when what was watched so far has arrived; what failed before is sent once more. */
    arrived: async () => {
      await pending;
      report();
      await pending;
    },
  };
};
