import { describe, expect, it } from 'vitest';
import { runStorm } from '../chaos/storm.ts';

describe('the fault suite, in short', () => {
  it('several processes, killed under load: everybody is texted once, and every state has its cause', async () => {
    const lines: string[] = [];
    const report = await runStorm({
      contacts: 40,
      dealers: 2,
      kills: 5,
      seed: 20_261_125,
      workers: 2,
      apis: 1,
      outage: false,
      fullDisk: false,
      clockJumps: 1,
      postgresKills: 1,
      pause: [200, 1_000],
      say: (line) => lines.push(line),
    });
    expect(report.violations, [...lines, JSON.stringify(report.counts)].join('\n')).toEqual([]);
    expect(report.counts).toMatchObject({ contacts: 40, kills: 5, 'phones that got it twice': 0 });
    expect(report.counts['phones that got the welcome text']).toBeGreaterThan(25);
  }, 600_000);
});
