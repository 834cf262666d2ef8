// Measures how fast Keyholder is, each figure beside its plain alternative in the same run on the same Postgres, and
// writes the table to infra/performance.md. `--short`: under three minutes, a smaller data set, nothing written.
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { DEMO } from '../apps/api/src/demo/demo-company.ts';
import type { Context, FilledDatabase } from './bench/context.ts';
import { makeDataSet } from './bench/data-set.ts';
import { markdownTable, type Line } from './bench/figures.ts';
import { createContact } from './bench/lines/create-contact.ts';
import { listContacts } from './bench/lines/list-contacts.ts';
import { Surroundings } from './bench/surroundings.ts';
import { buildIfStale, compile, welcomeBuild } from './start/builds.ts';

const LINES: Readonly<Record<string, (context: Context) => Promise<Line[]>>> = {
  'create-contact': createContact,
  'list-contacts': listContacts,
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

const effort = options.short ? { rounds: 3, seconds: 1.5 } : { rounds: 7, seconds: 4 };
const contacts = Number(options.contacts ?? (options.short ? 100_000 : 1_000_000));
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
    lines.push(...((await LINES[name]?.({ surroundings, small, large, effort })) ?? []));
  }
} finally {
  await surroundings.end();
}
const table = markdownTable(lines);
console.log(`\n${machine()}\n\n${table}\n`);
