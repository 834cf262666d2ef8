import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SandboxControl } from '../src/index.ts';
import { accountSid, authToken, failureOf, from, sdk, settled, startWorld } from './harness.ts';

let folder: string;
let dataFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  dataFile = join(folder, 'deep', 'sandbox.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const person = '+12125550123';

test('texts, opt-outs and scenarios survive, a torn last line does not matter', async () => {
  const first = await startWorld({ dataFile });
  await first.client.messages.create({ to: person, from, body: 'Before' });
  await settled(first.control);
  await first.control.reply('+12125550124', from, 'STOP');
  await first.control.play('+12125550125', 'landline');
  const texts = await first.control.allTexts();
  await first.close();
  appendFileSync(dataFile, '{"kind":"message","mess');

  const second = await startWorld({ dataFile });
  expect(await second.control.allTexts()).toEqual(texts);
  const blocked = second.client.messages.create({ to: '+12125550124', from, body: 'Hi' });
  expect(await failureOf(blocked)).toMatchObject({ code: 21610 });
  expect((await second.control.state()).scenarios).toHaveProperty(['+12125550125']);
  await second.client.messages.create({ to: person, from, body: 'After' });
  await settled(second.control);
  await second.close();

  const third = await startWorld({ dataFile });
  expect((await third.control.textsTo(person)).map((text) => text.body)).toEqual(['Before', 'After']);
  await third.control.reset();
  await third.close();
  const fourth = await startWorld({ dataFile });
  expect(await fourth.control.allTexts()).toEqual([]);
  await fourth.close();
});

test('a message on its way goes on after a restart', async () => {
  const first = await startWorld({ dataFile });
  await first.control.holdCallbacks();
  const statusCallback = first.statusUrl;
  await first.client.messages.create({ to: person, from, body: 'Hi', statusCallback });
  await first.control.stepCallbacks(person);
  await expect.poll(() => first.receiver.received.length).toBe(1);
  await first.sandbox.close();
  const second = await startWorld({ dataFile });
  await settled(second.control);
  expect(await second.control.textsTo(person)).toMatchObject([{ status: 'delivered' }]);
  expect(first.receiver.received.map(({ form }) => form['MessageStatus'])).toContain('delivered');
  await second.close();
  await first.receiver.close();
});

test('a file that is not a journal is refused', async () => {
  dataFile = join(folder, 'notes.txt');
  writeFileSync(dataFile, 'not a journal\n');
  await expect(startWorld({ dataFile })).rejects.toThrow('line 1');
});

test('the program runs from its environment, survives kill -9 with what it answered, ends on SIGTERM', async () => {
  const run = async () => {
    const main = join(import.meta.dirname, '..', 'src', 'main.ts');
    const child = spawn(process.execPath, ['--conditions=@keyholder/source', main], {
      env: {
        ...process.env,
        SANDBOX_PORT: '0',
        TWILIO_ACCOUNT_SID: accountSid,
        TWILIO_AUTH_TOKEN: authToken,
        SANDBOX_DATA_FILE: dataFile,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /http:\S+/.exec(line.toString())?.[0] ?? '';
    return { child, url, control: new SandboxControl(url) };
  };
  const first = await run();
  await sdk(first.url).messages.create({ to: person, from, body: 'Hi' });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await run();
  expect(await second.control.textsTo(person)).toMatchObject([{ body: 'Hi' }]);
  const page = await fetch(second.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('leaves this machine');
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
}, 20_000);
