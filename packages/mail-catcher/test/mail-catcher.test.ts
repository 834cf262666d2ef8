import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMailCatcher, type Mail, type MailCatcher } from '../src/index.ts';

let catcher: MailCatcher;
beforeAll(async () => {
  catcher = await startMailCatcher();
});
afterAll(() => catcher.close());

const mails = async (query = ''): Promise<Mail[]> => {
  const response = await fetch(`${catcher.url}/mails${query}`);
  return ((await response.json()) as { mails: Mail[] }).mails;
};

test('what is sent is kept as it was written, and found by its recipient', async () => {
  const transport = createTransport(catcher.smtpUrl);
  const words = 'Hello Zoë,\n\nopen http://localhost:3000/portal/x#AbC=\n.\nEnd – of it';
  await transport.sendMail({ from: 'K <k@k.example>', to: 'a@x.example', subject: 'Größe ✓', text: words });
  await transport.sendMail({ from: 'k@k.example', to: 'b@x.example', subject: 'Other', text: 'b' });
  transport.close();
  expect((await mails()).map(({ subject }) => subject)).toEqual(['Other', 'Größe ✓']);
  const [mail] = await mails('?to=A@x.example');
  expect(mail).toMatchObject({ to: ['a@x.example'], from: '"K" <k@k.example>', subject: 'Größe ✓' });
  expect(mail!.text.trim()).toBe(words);
  expect(await mails('?to=c@x.example')).toEqual([]);
});

test('the page runs no script and no style but its own', async () => {
  const page = await fetch(catcher.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await page.text()).toContain('Local mail');
});
