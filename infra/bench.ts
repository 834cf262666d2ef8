// Measures how fast Keyholder is, each figure beside its plain alternative in the same run on the same Postgres, and
// writes the table to infra/performance.md. `--short`: under three minutes, a smaller data set, nothing written.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { DEMO } from '../apps/api/src/demo/demo-company.ts';
import type { Context, FilledDatabase } from './bench/context.ts';
import { makeDataSet } from './bench/data-set.ts';
import { markdownTable, type Line } from './bench/figures.ts';
import { createContact } from './bench/lines/create-contact.ts';
import { findSites } from './bench/lines/find-sites.ts';
import { importContacts } from './bench/lines/import.ts';
import { listContacts } from './bench/lines/list-contacts.ts';
import { liveConfirm } from './bench/lines/live-confirm.ts';
import { publish } from './bench/lines/publish.ts';
import { sends } from './bench/lines/sends.ts';
import { startUp } from './bench/lines/start-up.ts';
import { webhooks } from './bench/lines/webhooks.ts';
import { Surroundings } from './bench/surroundings.ts';
import { inRepository } from './repository.ts';
import { buildIfStale, compile, welcomeBuild } from './start/builds.ts';

const LINES: Readonly<Record<string, (context: Context) => Promise<Line[]>>> = {
  'create-contact': createContact,
  'list-contacts': listContacts,
  'find-sites': findSites,
  sends,
  webhooks,
  'live-confirm': liveConfirm,
  import: importContacts,
  publish,
  'start-up': startUp,
};

const { values: options } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    short: { type: 'boolean', default: false },
    /** Names of lines, with commas between; all if not given. */
    only: { type: 'string' },
    /** Contacts of the large data set. */
    contacts: { type: 'string' },
  },
});

const effort = options.short ? { rounds: 3, seconds: 1, long: false } : { rounds: 7, seconds: 4, long: true };
const contacts = Number(options.contacts ?? (options.short ? 60_000 : 1_000_000));
const wanted = options.only?.split(',') ?? Object.keys(LINES);

const say = (line: string): void =>
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);

async function fill(surroundings: Surroundings, name: string, count: number): Promise<FilledDatabase> {
  await surroundings.makeDatabase(name);
  const from = performance.now();
  const set = await makeDataSet(surroundings.urlOf(name), DEMO, count);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  say(
    `${count.toLocaleString('en-US')} contacts at ${set.sites.toLocaleString('en-US')} sites in ${seconds} s`,
  );
  return { ...set, name };
}

const PERFORMANCE = inRepository('infra', 'performance.md');
const [BEGIN, END] = ['<!-- bench: begin -->', '<!-- bench: end -->'];

/** Puts the table in the place of the last one; the words around it stay. */
async function writeTable(text: string): Promise<void> {
  const page = await readFile(PERFORMANCE, 'utf8');
  const [before, after] = [page.split(BEGIN)[0] ?? '', page.split(END)[1] ?? ''];
  await writeFile(PERFORMANCE, `${before}${BEGIN}\n\n${text}\n${END}${after}`);
  say(PERFORMANCE);
}

const machine = (): string => {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}, ${memory}, ${process.platform} ${process.arch}, Node ${process.version}`;
};

const unknown = Object.keys(Object.fromEntries(wanted.map((name) => [name, 0]))).filter(
  (name) => !(name in LINES),
);
if (unknown.length > 0)
  throw new Error(`There is no line "${unknown[0]}"; there are ${Object.keys(LINES).join(', ')}.`);

await Promise.all([compile(), buildIfStale(welcomeBuild, () => say('building the pages'))]);
const surroundings = await Surroundings.start();
const lines: Line[] = [];
try {
  const small = await fill(surroundings, 'bench_small', 10_000);
  const large = await fill(surroundings, 'bench_large', contacts);
  for (const name of wanted) {
    say(name);
    try {
      const measured = (await LINES[name]?.({ surroundings, small, large, effort })) ?? [];
      // As they come: a run that is broken off after half an hour has not been for nothing.
      console.log(markdownTable(measured));
      lines.push(...measured);
    } catch (error) {
      // One line that cannot be measured costs the others nothing; it is no result, and fails the run.
      console.error(error);
      lines.push({ name, skipped: 'it failed; its error is above the table' });
      process.exitCode = 1;
    }
  }
} finally {
  await surroundings.end();
}
const table = markdownTable(lines);
const report = `${machine()}; data set of ${contacts.toLocaleString('en-US')} contacts; ${effort.rounds} rounds of ${effort.seconds} s, Postgres as \`start\` runs it (fsync and synchronous_commit on).\n\n${table}\n`;
console.log(`\n${report}`);
if (effort.long && options.only === undefined) await writeTable(report);
