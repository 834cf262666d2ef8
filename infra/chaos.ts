import { parseArgs } from 'node:util';
import { buildIfStale, compile, welcomeBuild } from './start/builds.ts';
import { runStorm } from './chaos/storm.ts';

/*
 * The long form of the fault suite: several processes under load, killed at random points, with Postgres crashing,
 * the provider away, clocks jumping; afterwards an auditor compares what the phones received with the database.
 */

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    contacts: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    workers: { type: 'string', default: '2' },
    apis: { type: 'string', default: '2' },
  },
});

const seed = Number(values.seed);
const say = (line: string): void => console.log(`${new Date().toISOString().slice(11, 19)}  ${line}`);

await Promise.all([compile(), buildIfStale(welcomeBuild, () => say('building the pages'))]);
say(`Seed ${seed}: pnpm test:chaos -- --seed ${seed} --contacts ${values.contacts} --kills ${values.kills}`);
const report = await runStorm({
  contacts: Number(values.contacts),
  dealers: 8,
  kills: Number(values.kills),
  seed,
  workers: Number(values.workers),
  apis: Number(values.apis),
  outage: true,
  fullDisk: true,
  clockJumps: 6,
  postgresKills: 4,
  pause: [500, 5_000],
  say,
});
console.log('');
for (const [what, count] of Object.entries(report.counts))
  console.log(`${String(count).padStart(8)}  ${what}`);
console.log(`\n${report.seconds.toFixed(0)} s, seed ${seed}`);
for (const violation of report.violations) console.error(`WRONG  ${violation}`);
console.log(
  report.violations.length === 0 ? 'Nothing is wrong.' : `${report.violations.length} things are wrong.`,
);
process.exit(report.violations.length === 0 ? 0 : 1);
