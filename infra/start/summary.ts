import path from 'node:path';
import { elapsed } from './progress.ts';
import type { StartSettings } from './settings.ts';

/** What the demo consists of, as `seed-demo` prints it: one line of JSON. */
export interface Demo {
  readonly signIn: { readonly email: string; readonly password: string };
  /** People of the other roles; the password is the same. */
  readonly otherPeople?: readonly { readonly email: string; readonly role: string }[];
  readonly apiKey: string;
  readonly brandKey: string;
  readonly siteUrl?: string;
}

/**
 * Reads the line that `seed-demo` prints.
 * @throws where it is not that.
 */
export function readDemo(output: string): Demo {
  const line = output.trim().split('\n').at(-1) ?? '';
  const demo = JSON.parse(line) as { signIn?: Partial<Demo['signIn']>; apiKey?: unknown };
  const texts: unknown[] = [demo.signIn?.email, demo.signIn?.password, demo.apiKey];
  if (texts.some((text) => typeof text !== 'string')) {
    throw new Error(`seed-demo printed no sign-in and API key, but: ${line.slice(0, 200)}`);
  }
  return demo as Demo;
}

/** Everything that someone needs for the first two minutes. */
export function summary(settings: StartSettings, demo: Demo | undefined): string {
  const { port, phonesPort, mailPort, publicUrl } = settings;
  const portal = `${publicUrl}/portal/`;
  const rows: [string, string][] = [['Portal', demo?.siteUrl ?? portal]];
  if (demo !== undefined) {
    rows.push(['Sign in', `${demo.signIn.email}   password ${demo.signIn.password}`]);
    for (const { email, role } of demo.otherPeople ?? []) {
      rows.push(['  or as', `${email.padEnd(demo.signIn.email.length)}   ${role.replaceAll('_', ' ')}`]);
    }
    rows.push(['API key', demo.apiKey]);
  }
  rows.push(['API', `${publicUrl}/api/v1`]);
  if (phonesPort !== undefined) rows.push(['Phones', `http://localhost:${phonesPort}/`]);
  if (mailPort !== undefined) rows.push(['Mail', `http://localhost:${mailPort}/`]);
  if (publicUrl !== `http://localhost:${port}`) rows.push(['Listens on', `http://localhost:${port}`]);
  rows.push(['Data', path.relative(process.cwd(), settings.dataDir) || '.']);
  const table = rows.map(([name, value]) => `  ${name.padEnd(11)} ${value}`).join('\n');
  return `\nKeyholder is ready after ${elapsed()} s.\n\n${table}\n\n${whereTextsGo(settings)}\n\n  Ctrl-C stops everything.\n`;
}

function whereTextsGo(settings: StartSettings): string {
  if (settings.phonesPort !== undefined) {
    return banner([
      'SANDBOX: nothing is sent outside this machine.',
      'No text reaches a real phone, no look-up is paid for.',
      `Read and answer the texts at http://localhost:${settings.phonesPort}/`,
    ]);
  }
  const reachable = new URL(settings.publicUrl).hostname !== 'localhost';
  return banner([
    'REAL TWILIO: texts go to real phones and cost money, look-ups too.',
    ...(reachable
      ? []
      : [
          `PUBLIC_URL is ${settings.publicUrl}: Twilio's delivery reports, people's`,
          'answers and the links in the texts do not reach this machine.',
        ]),
  ]);
}

function banner(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = `  +${'-'.repeat(width + 2)}+`;
  return [edge, ...lines.map((line) => `  | ${line.padEnd(width)} |`), edge].join('\n');
}
