/** Words of the drawn phone. */
type Drawn = Readonly<
  Record<
    'alarmText' | 'fine' | 'or' | 'help' | 'stop' | 'stopNote' | 'helpWord' | 'helpNote' | 'confirm',
    string
  >
>;

/** The introduction in one language. */
export interface Introduction {
  readonly language: string;
  /** A voice of espeak-ng. */
  readonly voice: string;
  readonly wordsPerMinute: number;
  readonly poster: { readonly title: string; readonly note: string };
  readonly scenes: readonly Scene[];
  readonly drawn: Drawn;
}

/** One scene: what is written, drawn and spoken. */
export interface Scene {
  readonly title: string;
  readonly note: string;
  readonly picture: 'phone' | 'alarm' | 'chat' | 'words' | 'confirm';
  /** One caption each. */
  readonly spoken: readonly string[];
}

const phone = (screen: string): string =>
  `<div class="phone rise"><i class="speaker"></i><div class="screen">${screen}</div></div>`;

const shield = `<svg class="shield grow" viewBox="0 0 100 110"><path d="M50 4c14 9 28 13 42 14v36c0 25-16 42-42 52C24 96 8 79 8 54V18C22 17 36 13 50 4z"/><path class="tick" d="m31 54 13 14 26-29"/></svg>`;

/** Drawings by name; each moves in by CSS animations that the generator sets frame by frame. */
const pictures = (drawn: Drawn): Readonly<Record<Scene['picture'], string>> => ({
  phone: phone(shield),
  alarm: `<div class="stage">
      <svg class="house rise" viewBox="0 0 220 200"><path d="M20 92 110 22l90 70v96H20z"/><path class="door" d="M88 188v-62h44v62z"/><path class="window" d="M44 108h28v28H44zm104 0h28v28h-28z"/></svg>
      <span class="ring one"></span><span class="ring two"></span><span class="bell grow">!</span>
      <div class="bubble in late">${drawn.alarmText}</div></div>`,
  chat: phone(
    `<div class="bubble in soon">${drawn.alarmText}</div><div class="bubble out late">${drawn.fine}</div><span class="or later">${drawn.or}</span><div class="bubble alert later">${drawn.help}</div>`,
  ),
  words: `<div class="chips"><div class="chip soon"><b>${drawn.stop}</b>${drawn.stopNote}</div><div class="chip late"><b>${drawn.helpWord}</b>${drawn.helpNote}</div></div>`,
  confirm: phone(`${shield}<div class="press late">${drawn.confirm}</div>`),
});

const STYLE = `
* { box-sizing: border-box; margin: 0; }
body { width: 1280px; height: 720px; overflow: hidden; font-family: 'Noto Sans', sans-serif; color: #fff;
  background: radial-gradient(circle at 78% 40%, #1f5d6e 0, #123d4d 38%, #0b2531 100%); }
main { position: absolute; inset: 0; display: grid; grid-template-columns: 1fr 500px; align-items: center; padding: 0 70px 56px 84px; gap: 40px;
  animation: leave .3s var(--leave) both; }
h1 { font-size: 82px; line-height: 1.08; font-weight: 700; letter-spacing: -1.5px; text-wrap: balance; }
p { margin-top: 26px; font-size: 40px; line-height: 1.3; color: #c5e3ea; text-wrap: balance; }
h1, p { animation: slide .6s .1s cubic-bezier(.2,.8,.2,1) both; } p { animation-delay: .3s; }
figure { margin: 0; height: 600px; display: grid; place-items: center; }
.phone { position: relative; width: 330px; height: 580px; padding: 22px; border-radius: 54px; background: #07161d; border: 4px solid #3d7684; box-shadow: 0 30px 60px #0006; }
.speaker { position: absolute; top: 34px; left: 120px; width: 82px; height: 10px; border-radius: 5px; background: #234854; }
.screen { height: 100%; padding: 60px 18px 20px; border-radius: 36px; background: #f3f8f9; display: flex; flex-direction: column; gap: 20px; align-items: center; justify-content: center; }
.bubble { padding: 18px 22px; border-radius: 26px; font-size: 27px; line-height: 1.28; font-weight: 500; color: #12262d; }
.bubble.in { background: #dbe9ec; border-end-start-radius: 6px; align-self: flex-start; }
.bubble.out { background: #1c8d68; color: #fff; border-end-end-radius: 6px; align-self: flex-end; }
.bubble.alert { background: #b3392b; color: #fff; border-end-end-radius: 6px; align-self: flex-end; }
.or { margin: -10px 60px; align-self: flex-end; font-size: 24px; color: #2c4b55; }
.shield { width: 190px; fill: #16748a; } .tick { fill: none; stroke: #fff; stroke-width: 9; stroke-linecap: round; stroke-linejoin: round; }
.press { width: 100%; margin-top: 34px; padding: 20px 0; border-radius: 22px; background: #16748a; text-align: center; font-size: 34px; font-weight: 700; }
.stage { position: relative; width: 480px; height: 560px; }
.house { position: absolute; left: 70px; bottom: 20px; width: 340px; fill: #d9ecf0; } .door { fill: #16748a; } .window { fill: #f2b544; }
.bell { position: absolute; left: 204px; bottom: 236px; width: 72px; height: 72px; border-radius: 50%; background: #d9483b; font-size: 50px; font-weight: 800; line-height: 70px; text-align: center; }
.ring { position: absolute; left: 190px; bottom: 222px; width: 100px; height: 100px; border: 7px solid #ff8f80; border-radius: 50%; animation: ring 1.2s .9s 3 both; } .ring.two { animation-delay: 1.3s; }
.stage .bubble { position: absolute; top: 0; left: 10px; width: 440px; font-size: 31px; background: #fff; box-shadow: 0 16px 40px #0005; }
.chips { display: grid; gap: 36px; } .chip { width: 440px; padding: 34px 40px; border-radius: 34px; background: #f3f8f9; color: #2c4b55; font-size: 34px; }
.chip b { display: block; font-size: 72px; line-height: 1.15; color: #0f5f72; letter-spacing: 2px; }
.rise { animation: slide .7s .2s cubic-bezier(.2,.8,.2,1) both; } .grow { animation: grow .6s .6s cubic-bezier(.3,1.5,.5,1) both; }
.soon, .late, .later { animation: grow .5s .8s cubic-bezier(.3,1.3,.5,1) both; } .late { animation-delay: 1.8s; } .later { animation-delay: 2.8s; }
.press.late { animation: grow .5s 1s cubic-bezier(.3,1.3,.5,1) both, push .6s 2.2s 2 ease-in-out; }
[dir=rtl] h1 { letter-spacing: 0; font-size: 72px; line-height: 1.3; } [dir=rtl] { font-family: 'Noto Sans Arabic', 'Noto Sans', sans-serif; }
@keyframes slide { from { opacity: 0; transform: translateY(36px); } }
@keyframes grow { from { opacity: 0; transform: scale(.6); } }
@keyframes ring { from { opacity: .9; transform: scale(.7); } to { opacity: 0; transform: scale(2.4); } }
@keyframes push { 50% { transform: scale(.92); background: #0d4d5d; } }
@keyframes leave { to { opacity: 0; } }
.poster { padding-bottom: 130px; } .poster h1 { font-size: 96px; } .poster figure { transform: translateY(-50px) scale(.84); }`;

/** The document of one scene that lasts `seconds`. */
export const sceneHtml = (
  { language, drawn }: Introduction,
  { title, note, picture }: Omit<Scene, 'spoken'>,
  seconds: number,
  kind = '',
): string =>
  `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><style>${STYLE}</style><body style="--leave:${(seconds - 0.3).toFixed(2)}s">
  <main class="${kind}"><div><h1>${title}</h1><p>${note}</p></div><figure>${pictures(drawn)[picture]}</figure></main></body></html>`;

/** The still that stands for the video; its lower third is free for the player's controls. */
export const posterHtml = (introduction: Introduction): string =>
  sceneHtml(introduction, { ...introduction.poster, picture: 'chat' }, 999, 'poster');
