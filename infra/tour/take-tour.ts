import type { Page } from 'playwright-core';
import type { RunningProduct } from './running-product.ts';

/** What happens in the tour, in order. */
export const STEPS = [
  'sign in',
  'open the site',
  'fill in the contact',
  'validate the number',
  'create the contact',
  'read the text and send it',
  'see yellow: the text was delivered',
  'read it on the phone and open the page',
  'confirm',
  'see blue: the portal changed by itself',
] as const;
export type Step = (typeof STEPS)[number];

export interface Tourist {
  readonly name: string;
  /** As typed into the form. */
  readonly phone: string;
}

/** Runs one step; measures it, looks at it, or both. */
export type AtStep = (step: Step, act: () => Promise<void>, page: () => Page) => Promise<void>;

/**
 * The product's main job, as a dealer and a contact do it: from signing in to blue. Waits for what a person would see.
 */
export const takeTour = async (
  portal: Page,
  product: RunningProduct,
  tourist: Tourist,
  at: AtStep,
): Promise<void> => {
  const context = portal.context();
  const here = (): Page => portal;
  const contactWindow = portal.getByRole('dialog');

  await portal.goto(product.portalUrl);
  await at(
    'sign in',
    async () => {
      await portal.getByLabel('Email').fill(product.email);
      await portal.getByLabel('Password', { exact: true }).fill(product.password);
      await portal.getByRole('button', { name: 'Sign in' }).click();
      await portal.getByRole('heading', { name: 'Home' }).waitFor();
    },
    here,
  );
  await at(
    'open the site',
    async () => {
      await portal
        .getByRole('link', { name: /Ortiz Market/u })
        .first()
        .click();
      await portal.getByRole('heading', { name: 'Ortiz Market' }).waitFor();
    },
    here,
  );
  await at(
    'fill in the contact',
    async () => {
      await portal
        .getByRole('link', { name: 'Add a contact' })
        .or(portal.getByRole('button', { name: 'Add a contact' }))
        .first()
        .click();
      await contactWindow.getByLabel('Full name').fill(tourist.name);
      await contactWindow.getByLabel('Cell phone').fill(tourist.phone);
    },
    here,
  );
  await at(
    'validate the number',
    async () => {
      await contactWindow.getByRole('button', { name: 'Validate' }).click();
      await contactWindow.getByText('Valid number').waitFor();
    },
    here,
  );
  await at(
    'create the contact',
    async () => {
      await contactWindow.getByRole('button', { name: 'Create', exact: true }).click();
      await contactWindow.getByText(/named you an emergency contact for Ortiz Market/u).waitFor();
    },
    here,
  );
  await at(
    'read the text and send it',
    async () => {
      await contactWindow.getByText('Spoken', { exact: true }).click();
      await contactWindow.getByRole('button', { name: 'Send', exact: true }).click();
      await contactWindow.waitFor({ state: 'detached' });
    },
    here,
  );
  await at(
    'see yellow: the text was delivered',
    async () => {
      await portal.getByText('The text was delivered.').first().waitFor();
      await portal.getByText('Pending confirmation').first().waitFor();
    },
    here,
  );

  const phone = await context.newPage();
  let welcome = phone;
  await at(
    'read it on the phone and open the page',
    async () => {
      await phone.goto(product.phonesUrl);
      const [opened] = await Promise.all([
        context.waitForEvent('page'),
        phone
          .getByRole('link', { name: /\/riverside\/#/u })
          .first()
          .click(),
      ]);
      welcome = opened;
      await welcome.getByRole('button', { name: 'Confirm' }).waitFor();
      await welcome.getByText(tourist.name.replace(/ .*/u, '')).first().waitFor();
    },
    () => welcome,
  );
  await at(
    'confirm',
    async () => {
      await welcome.getByRole('button', { name: 'Confirm' }).click();
      await welcome.getByRole('heading', { name: /set|confirmed|thank/iu }).waitFor();
    },
    () => welcome,
  );
  await at(
    'see blue: the portal changed by itself',
    async () => {
      await portal.getByText('Confirmed', { exact: true }).first().waitFor();
    },
    here,
  );
};
