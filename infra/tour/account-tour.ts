import { TOTP } from 'otpauth';
import type { Browser, Locator, Page } from 'playwright-core';
import type { RunningProduct } from './running-product.ts';

/** Runs one step, then looks at the page that it ended on. */
export type AtStep = (step: string, act: () => Promise<void>, page: Page) => Promise<void>;

/** Sets up the page of a person's own browser. */
export type OpenBrowser = (browser: Browser) => Promise<Page>;

const KIM = { email: 'kim@riverside.example', name: 'Kim Larsen', password: 'a long password' };

const LUZ = { email: 'luz@colina.example', name: 'Luz Vega', password: 'a long password' };

/** Waits until a field holds something. */
const expectValue = async (field: Locator, value: string): Promise<void> => {
  for (let tries = 0; (await field.inputValue()) !== value; tries += 1) {
    if (tries > 100) throw new Error(`The field does not hold "${value}".`);
    await field.page().waitForTimeout(50);
  }
};

const signIn = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
};

/** Opens the newest mail's link, in the same window as its reader. */
const openLinkInMail = async (page: Page, product: RunningProduct, subject: string): Promise<void> => {
  await page.goto(product.mailUrl);
  const mail = page.getByRole('article').filter({ has: page.getByRole('heading', { name: subject }) });
  const link = await mail.getByRole('link').first().getAttribute('href');
  await page.goto(link ?? 'about:blank');
};

/** Opens a page of the settings by its name in the navigation. */
const openSettings = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('navigation', { name: 'Settings pages' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
};

/**
 * What people do with accounts: a company's admin, somebody who is invited, a dealer's admin, and support. Waits for
 * what a person would see.
 */
export const takeAccountTour = async (
  browser: Browser,
  product: RunningProduct,
  openBrowser: OpenBrowser,
  at: AtStep,
): Promise<void> => {
  const casey = await openBrowser(browser);
  await casey.goto(product.portalUrl);
  await at(
    'the company’s admin acts for another dealer',
    async () => {
      await signIn(casey, 'casey@riverside.example', product.password);
      await casey.getByRole('button', { name: 'Acting for Riverside Alarm – North' }).click();
      await casey.getByRole('menuitemradio', { name: 'Riverside Alarm – South' }).click();
      await casey.getByRole('button', { name: 'Acting for Riverside Alarm – South' }).waitFor();
      await casey.getByRole('link', { name: 'Sites', exact: true }).click();
      await casey
        .getByRole('link', { name: /Bayside Bakery/u })
        .first()
        .waitFor();
    },
    casey,
  );
  await at(
    'sets the daily ceiling',
    async () => {
      await openSettings(casey, 'Company');
      await casey.getByLabel('Welcome texts a day, for each dealer').fill('750');
      await casey.getByRole('button', { name: 'Save', exact: true }).click();
      await casey.getByText('0 of 750 welcome texts today').first().waitFor();
    },
    casey,
  );
  await casey.context().close();

  const robin = await openBrowser(browser);
  await robin.goto(product.portalUrl);
  await signIn(robin, product.email, product.password);
  await at(
    'the dealer’s admin invites somebody',
    async () => {
      await openSettings(robin, 'People');
      await robin.getByRole('button', { name: 'Invite somebody' }).first().click();
      const dialog = robin.getByRole('dialog');
      await dialog.getByLabel('Email').fill(KIM.email);
      await dialog.getByRole('button', { name: 'Send invitation' }).click();
      await robin.getByText(`An invitation is on its way to ${KIM.email}.`).waitFor();
    },
    robin,
  );

  const kim = await openBrowser(browser);
  await at('the mail has arrived', () => readMail(kim, product, 'invited to Riverside Alarm – North'), kim);
  await at(
    'the invitation is opened',
    async () => {
      await openLinkInMail(kim, product, 'invited to Riverside Alarm – North');
      await kim.getByText('Robin Reyes invites you to Riverside Alarm – North.').waitFor();
    },
    kim,
  );
  await at(
    'and accepted',
    async () => {
      await kim.getByLabel('Your name').fill(KIM.name);
      await kim.getByLabel('Choose a password').fill(KIM.password);
      await kim.getByRole('button', { name: 'Accept' }).click();
      await kim.getByText('This invitation is accepted.').waitFor();
    },
    kim,
  );
  let secret = '';
  await at(
    'sets up a second factor',
    async () => {
      await kim.getByRole('link', { name: 'Sign in' }).click();
      await signIn(kim, KIM.email, KIM.password);
      await kim.getByRole('link', { name: KIM.name }).click();
      await kim.getByRole('button', { name: 'Set up a second factor' }).click();
      await kim.getByLabel('Enter your password to go on').fill(KIM.password);
      await kim.getByRole('button', { name: 'Set up a second factor' }).click();
      await kim.getByRole('heading', { name: 'Backup codes' }).waitFor();
      secret = (await kim.locator('code.key').innerText()).replaceAll(/\s/gu, '');
    },
    kim,
  );
  await at(
    'turns it on',
    async () => {
      await kim.getByLabel('Code', { exact: true }).fill(new TOTP({ secret }).generate());
      await kim.getByRole('button', { name: 'Turn on' }).click();
      await kim.getByText('Signing in takes your password and a code').waitFor();
    },
    kim,
  );
  await at(
    'forgets the password',
    async () => {
      await signOut(kim);
      await kim.getByRole('link', { name: 'Forgotten your password?' }).click();
      // The page before has an e-mail field too.
      await kim.getByRole('button', { name: 'Send the link' }).waitFor();
      await kim.getByLabel('Email').fill(KIM.email);
      await kim.getByRole('button', { name: 'Send the link' }).click();
      await kim.getByText('a mail with a link is on its way').waitFor();
    },
    kim,
  );
  await at(
    'chooses another',
    async () => {
      await readMail(kim, product, 'Choose a new Keyholder password');
      await openLinkInMail(kim, product, 'Choose a new Keyholder password');
      await kim.getByLabel('New password').fill(`${KIM.password} again`);
      await kim.getByRole('button', { name: 'Use this password' }).click();
      await kim.getByText('Your new password is set.').waitFor();
    },
    kim,
  );
  await at(
    'and is asked for the second factor',
    async () => {
      await kim.getByRole('link', { name: 'Sign in' }).click();
      await signIn(kim, KIM.email, `${KIM.password} again`);
      await kim.getByRole('heading', { name: 'Second factor' }).waitFor();
    },
    kim,
  );
  await kim.getByLabel('Code', { exact: true }).fill(new TOTP({ secret }).generate());
  await kim.getByRole('button', { name: 'Go on' }).click();
  await kim.getByRole('heading', { name: 'Home' }).waitFor();
  await kim.context().close();

  await at(
    'the dealer’s admin makes an API key',
    async () => {
      await openSettings(robin, 'API keys');
      await robin.getByRole('button', { name: 'Make a key' }).click();
      const dialog = robin.getByRole('dialog');
      await dialog.getByLabel('What it is for').fill('Automation bridge');
      await dialog.getByText('Read contacts', { exact: false }).click();
      await dialog.getByRole('button', { name: 'Make the key' }).click();
      await robin.getByText(/^khk_[\w-]{43}$/u).waitFor();
    },
    robin,
  );
  await at(
    'and revokes it',
    async () => {
      await robin.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      const row = robin.getByRole('listitem').filter({ hasText: 'Automation bridge' });
      await row.getByRole('button', { name: 'Revoke' }).click();
      await row.getByText('is refused at once').waitFor();
      await row.getByRole('button', { name: 'Revoke' }).click();
      await row.getByText('revoked', { exact: true }).waitFor();
    },
    robin,
  );
  await at(
    'adds a webhook, tests it',
    async () => {
      await openSettings(robin, 'Webhooks');
      await robin.getByRole('button', { name: 'Add a webhook' }).click();
      const dialog = robin.getByRole('dialog');
      await dialog.getByLabel('Address').fill('http://127.0.0.1:9/hooks');
      await dialog.getByLabel('What it is for').fill('Bridge of events');
      await dialog.getByRole('button', { name: 'Add a webhook' }).click();
      await robin.getByText(/^whsec_[\w+/]{43}=$/u).waitFor();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await robin.getByRole('button', { name: 'Send a test' }).click();
      await robin.getByText('Nothing listens there.').waitFor();
    },
    robin,
  );
  await at(
    'decides about reminders and quiet hours',
    async () => {
      await openSettings(robin, 'Reminders and quiet hours');
      await robin.getByRole('button', { name: /Remind contacts/u }).click();
      await robin.getByRole('option', { name: 'After 5 days' }).click();
      await robin.getByRole('button', { name: 'Save', exact: true }).click();
      await robin.getByText('Saved.').waitFor();
      // Compared with what is on file now: the choice of before is a change, and is not lost.
      await robin.getByRole('button', { name: /Remind contacts/u }).click();
      await robin.getByRole('option', { name: 'After 3 days' }).click();
      await robin.getByText('Saved.').waitFor({ state: 'detached' });
      await robin.reload();
      await robin.getByText('What you had typed is back.').waitFor();
      const reminder = robin.getByRole('button', { name: /Remind contacts/u });
      await reminder.filter({ hasText: 'After 3 days' }).waitFor();
      await robin.getByRole('button', { name: 'Save', exact: true }).click();
      await robin.getByText('Saved.').waitFor();
    },
    robin,
  );
  await at(
    'reads the audit',
    async () => {
      await openSettings(robin, 'Audit');
      await robin.getByLabel('Search').fill('keys revoked');
      await robin.getByText('API key revoked').waitFor();
      await robin.getByText('Details').first().click();
    },
    robin,
  );
  await at(
    'asks support',
    async () => {
      await robin.getByRole('link', { name: 'Sites', exact: true }).click();
      await robin
        .getByRole('link', { name: /Lakeside Dental/u })
        .first()
        .click();
      await robin.getByRole('link', { name: 'Details of Marcus Bell' }).click();
      await robin.getByRole('link', { name: 'Ask support' }).click();
      const dialog = robin.getByRole('dialog').last();
      await dialog.getByLabel('What should support know?').fill('He says it is a cell phone.');
      await dialog.getByRole('button', { name: 'Ask support' }).click();
      await robin.getByText('Support was asked about Marcus Bell').waitFor();
    },
    robin,
  );
  await robin.context().close();

  const sam = await openBrowser(browser);
  await sam.goto(product.portalUrl);
  await at(
    'support sees the case',
    async () => {
      await signIn(sam, 'sam@keyholder.example', product.password);
      await sam.getByRole('heading', { name: 'Cases' }).waitFor();
      await sam.getByRole('link', { name: 'Marcus Bell' }).waitFor();
    },
    sam,
  );
  await at(
    'opens it',
    async () => {
      await sam.getByRole('link', { name: 'Marcus Bell' }).click();
      await sam.getByText('He says it is a cell phone.').waitFor();
    },
    sam,
  );
  await at(
    'answers and closes it',
    async () => {
      await sam.getByLabel('Your answer').fill('The carrier says landline. Use “send anyway”.');
      await sam.getByRole('button', { name: 'Answer and close' }).click();
      await sam.getByText('closed by Sam Okafor').waitFor();
    },
    sam,
  );
  await at(
    'makes a company',
    async () => {
      await sam.getByRole('link', { name: 'Companies', exact: true }).click();
      await sam.getByText('Riverside Security Group').waitFor();
      await sam.getByRole('button', { name: 'Make a company' }).click();
      const dialog = sam.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Colina Alarmas');
      await expectValue(dialog.getByLabel('Address of the pages'), 'colina-alarmas');
      await dialog.getByLabel('Email of the first admin').fill(LUZ.email);
      await dialog.getByRole('button', { name: /Language/u }).click();
      await sam.getByRole('option', { name: 'Spanish' }).click();
      await dialog.getByRole('button', { name: 'Make the company' }).click();
      await sam.getByText(`Colina Alarmas is made. An invitation is on its way to ${LUZ.email}.`).waitFor();
    },
    sam,
  );
  await at(
    'sets its sender up',
    async () => {
      const row = sam.getByRole('listitem').filter({ hasText: 'Colina Alarmas' });
      await row.getByText('Needs a sender').waitFor();
      await row.getByRole('button', { name: 'Set up a sender for Colina Alarmas' }).click();
      const dialog = sam.getByRole('dialog');
      await dialog.getByLabel('Number or messaging service').fill('(415) 555-0190');
      await dialog.getByRole('button', { name: 'Set up a sender' }).click();
      await row.getByText('+14155550190 (not used yet)').waitFor();
    },
    sam,
  );
  await sam.context().close();

  const luz = await openBrowser(browser);
  await at(
    'the new company’s admin accepts in Spanish',
    async () => {
      await readMail(luz, product, 'Invitación a Colina Alarmas en Keyholder');
      await openLinkInMail(luz, product, 'Invitación a Colina Alarmas en Keyholder');
      await luz.getByLabel('Your name').fill(LUZ.name);
      await luz.getByLabel('Choose a password').fill(LUZ.password);
      await luz.getByRole('button', { name: 'Accept' }).click();
      await luz.getByRole('link', { name: 'Sign in' }).click();
      await signIn(luz, LUZ.email, LUZ.password);
      await luz.getByText('Colina Alarmas').first().waitFor();
    },
    luz,
  );
  await luz.context().close();
};

/** Waits until the mail page shows a mail. */
async function readMail(page: Page, product: RunningProduct, subject: string): Promise<void> {
  await page.goto(product.mailUrl);
  await page.getByRole('heading', { name: subject }).first().waitFor();
}
