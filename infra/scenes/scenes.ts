import type { Page } from 'playwright-core';
import { contactsInEveryState } from './every-state.ts';
import type { Stage } from './stage.ts';

/** A page or window of the portal in one of its states; somebody is signed in. */
export interface Scene {
  readonly name: string;
  /** Shows what stands there before an answer comes. */
  readonly isLoading?: boolean;
  play(page: Page, stage: Stage): Promise<void>;
}

/** Signs in as the demo's dealer, or as another of its people. */
export const signIn = async (
  page: Page,
  { portalUrl, password, ...product }: Stage['product'],
  email = product.email,
): Promise<void> => {
  await page.goto(portalUrl);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
};

export const open = async (page: Page, { product }: Stage, path: string): Promise<void> => {
  await page.goto(new URL(`.${path}`, product.portalUrl).href);
};

const dialog = (page: Page) => page.getByRole('dialog');

/** Answers an address of the API otherwise than it would, until the next scene. */
export const instead = async (page: Page, address: RegExp, body: unknown, status = 200): Promise<void> => {
  await page.route(address, (route) =>
    route.fulfill({
      status,
      contentType: status < 400 ? 'application/json' : 'application/problem+json',
      body: JSON.stringify(body),
    }),
  );
};

const contactPath = ({ site, contact }: Stage, window = ''): string =>
  `/sites/${site.id}/contacts/${contact.id}${window}`;

/** Every page and window, and the states that are not often seen. */
export const SCENES: readonly Scene[] = [
  {
    name: 'home',
    play: async (page, stage) => {
      await open(page, stage, '/home');
      await page.getByRole('heading', { name: 'What to do next' }).waitFor();
      await page.getByRole('link', { name: 'Scenic Storage' }).waitFor();
    },
  },
  {
    name: 'home, one kind of step',
    play: async (page, stage) => {
      await open(page, stage, '/home?do=validate');
      await page.getByRole('link', { name: 'Scenic Storage' }).waitFor();
    },
  },
  {
    name: 'home, before there is a site',
    play: async (page, stage) => {
      await instead(page, /\/api\/v1\/overview/u, {
        sites: 0,
        meetingMinimum: 0,
        contacts: 0,
        reachable: 0,
        worklist: [],
      });
      await open(page, stage, '/home');
      await page.getByRole('heading', { name: 'Start with a site' }).waitFor();
    },
  },
  {
    name: 'home, the server is not itself',
    play: async (page, stage) => {
      await instead(page, /\/api\/v1\/(?:overview|worklist)/u, {}, 503);
      await open(page, stage, '/home');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  {
    name: 'sites',
    play: async (page, stage) => {
      await open(page, stage, '/sites');
      await page.getByRole('link', { name: /Scenic Storage/u }).waitFor();
    },
  },
  {
    name: 'sites, found through a contact',
    play: async (page, stage) => {
      await open(page, stage, '/sites?q=555-0113');
      await page.getByText('Ben O’Neil').waitFor();
    },
  },
  {
    name: 'sites, nothing found',
    play: async (page, stage) => {
      await open(page, stage, '/sites?q=nowhere%20at%20all');
      await page.getByRole('heading', { name: /No site matches/u }).waitFor();
    },
  },
  {
    name: 'sites, archived',
    play: async (page, stage) => {
      await open(page, stage, '/sites?archived');
      await page.getByText('Sites in use').waitFor();
    },
  },
  {
    name: 'add a site, refused',
    play: async (page, stage) => {
      await open(page, stage, '/sites/add');
      await dialog(page).getByRole('button', { name: 'Add site' }).click();
      await dialog(page).getByText('Accepted:').first().waitFor();
    },
  },
  {
    name: 'a site',
    play: async (page, stage) => {
      await open(page, stage, `/sites/${stage.site.id}`);
      await page.getByRole('heading', { name: 'Ana Pérez' }).waitFor();
    },
  },
  {
    name: 'a site, every chip, status and tag',
    play: async (page, stage) => {
      const items = contactsInEveryState(stage.contact, new Date());
      await instead(page, new RegExp(`/api/v1/sites/${stage.site.id}/contacts`, 'u'), {
        items,
        nextCursor: null,
      });
      await open(page, stage, `/sites/${stage.site.id}`);
      await page.getByRole('heading', { name: 'Otis Optedout' }).waitFor();
    },
  },
  {
    name: 'a site without contacts',
    play: async (page, stage) => {
      await instead(page, new RegExp(`/api/v1/sites/${stage.site.id}/contacts`, 'u'), {
        items: [],
        nextCursor: null,
      });
      await open(page, stage, `/sites/${stage.site.id}`);
      await page.getByRole('heading', { name: 'Nobody can be texted here yet' }).waitFor();
    },
  },
  {
    name: 'a site that is archived',
    play: async (page, stage) => {
      await instead(page, new RegExp(`/api/v1/sites/${stage.site.id}$`, 'u'), {
        ...stage.site,
        archivedAt: new Date(Date.now() - 3_600_000).toISOString(),
      });
      await open(page, stage, `/sites/${stage.site.id}`);
      await page.getByRole('button', { name: 'Bring the site back' }).waitFor();
    },
  },
  {
    name: 'archiving a site',
    play: async (page, stage) => {
      await open(page, stage, `/sites/${stage.site.id}`);
      await page.getByRole('button', { name: 'Archive the site' }).click();
      await page.getByText('Archive this site?').waitFor();
    },
  },
  {
    name: 'editing a site',
    play: async (page, stage) => {
      await open(page, stage, `/sites/${stage.site.id}/edit`);
      await dialog(page).getByLabel('Account number').waitFor();
    },
  },
  {
    name: 'creating a contact',
    play: async (page, stage) => {
      await open(page, stage, `/sites/${stage.site.id}/contacts/create`);
      await dialog(page).getByLabel('Full name').fill('Zoë Kowalski');
      await dialog(page).getByLabel('Cell phone').fill('212 555 01');
      await dialog(page).getByRole('button', { name: 'Create', exact: true }).click();
      await dialog(page).getByText('Accepted:').first().waitFor();
    },
  },
  {
    name: 'creating a contact, ready to be sent at once',
    play: async (page, stage) => {
      await open(page, stage, '/sites');
      await page.getByRole('link', { name: 'Harbor Storage' }).click();
      await page.getByRole('link', { name: 'Add a contact' }).first().click();
      await dialog(page).getByRole('button', { name: 'Copy from another site' }).click();
      await dialog(page).getByLabel('Name or phone of the person').fill('Ana Pérez');
      await dialog(page)
        .getByRole('button', { name: /^Ana Pérez/u })
        .first()
        .waitFor();
      await dialog(page).getByLabel('Full name').fill('Zoë Kowalski');
      await dialog(page).getByLabel('Cell phone').fill('(212) 555-0177');
      await dialog(page)
        .getByRole('button', { name: /create and send/u })
        .waitFor();
    },
  },
  {
    name: 'a contact',
    play: async (page, stage) => {
      await open(page, stage, contactPath(stage));
      await dialog(page).getByText('Contact added.').waitFor();
    },
  },
  {
    name: 'a contact with a reply to read',
    play: async (page, stage) => {
      const reply = contactsInEveryState(stage.contact, new Date()).find(({ name }) => name === 'Rosa Reply');
      await instead(page, new RegExp(`/api/v1/contacts/${stage.contact.id}$`, 'u'), {
        ...reply,
        id: stage.contact.id,
      });
      await instead(page, new RegExp(`/api/v1/contacts/${stage.contact.id}/timeline`, 'u'), {
        items: [
          {
            id: 'reply',
            at: new Date(Date.now() - 600_000).toISOString(),
            kind: 'reply',
            text: 'Replied by text: may want no more texts.',
            by: 'Rosa Reply',
            providerCode: null,
            body: 'Stop them! Who is texting me?',
          },
        ],
      });
      await open(page, stage, contactPath(stage));
      await dialog(page).getByRole('button', { name: 'Mark as read' }).waitFor();
    },
  },
  {
    name: 'removing a contact',
    play: async (page, stage) => {
      await open(page, stage, contactPath(stage));
      await dialog(page).getByRole('button', { name: 'Remove from the list' }).click();
      await dialog(page).getByRole('button', { name: 'Keep' }).waitFor();
    },
  },
  {
    name: 'editing a contact, somebody else was quicker',
    play: async (page, stage) => {
      await open(page, stage, contactPath(stage, '/edit'));
      await dialog(page).getByRole('combobox', { name: 'Title' }).fill('Night manager');
      const { contact, api } = stage;
      const now = await api.GET('/api/v1/contacts/{contactId}', {
        params: { path: { contactId: contact.id } },
      });
      await api.PATCH('/api/v1/contacts/{contactId}', {
        params: {
          path: { contactId: contact.id },
          header: { 'If-Match': `"${now.data?.version ?? 1}"` },
        },
        body: { title: now.data?.title === 'Owner' ? 'Manager' : 'Owner' },
      });
      await dialog(page).getByRole('button', { name: 'Save' }).click();
      await dialog(page).getByText('Somebody else was quicker').waitFor();
    },
  },
  {
    name: 'slot numbers',
    play: async (page, stage) => {
      await open(page, stage, `/sites/${stage.site.id}/slots`);
      await dialog(page).getByLabel('Slot of Ana Pérez').fill('2');
      await dialog(page).getByRole('button', { name: 'Save' }).click();
      await dialog(page).getByText('has the slot number 2').first().waitFor();
    },
  },
  {
    name: 'asking support',
    play: async (page, stage) => {
      await open(page, stage, contactPath(stage, '/support'));
      await dialog(page)
        .getByLabel(/What should support know/u)
        .waitFor();
    },
  },
  {
    name: 'the welcome text',
    play: async (page, stage) => {
      await open(page, stage, contactPath(stage, '/welcome'));
      await dialog(page).getByText('Text it to me').click();
      await dialog(page).getByText('Where is the link?').click();
      await dialog(page).getByRole('button', { name: 'Send', exact: true }).click();
      await dialog(page).getByText('Say how permission was obtained.').waitFor();
    },
  },
  {
    name: 'bulk',
    play: async (page, stage) => {
      await open(page, stage, '/bulk');
      await page.getByRole('link', { name: 'Send to all…' }).waitFor();
      await page.getByRole('link', { name: 'Import' }).waitFor();
    },
  },
  {
    name: 'bulk, the sites of one step',
    play: async (page, stage) => {
      await open(page, stage, '/bulk?nextAction=validate');
      await page.getByText(/^Only at sites whose next step is/u).waitFor();
    },
  },
  {
    name: 'sending to all',
    play: async (page, stage) => {
      await open(page, stage, '/bulk/send');
      await dialog(page)
        .getByText(/without a welcome text/u)
        .waitFor();
      await dialog(page)
        .getByText(/named you an emergency contact/u)
        .first()
        .waitFor();
    },
  },
  {
    name: 'an import, its report',
    play: async (page, stage) => {
      await open(page, stage, `/bulk/runs/${stage.importId}`);
      await page.getByRole('button', { name: 'Check the rows' }).click();
      await page.getByRole('heading', { name: 'Rows that cannot be accepted' }).waitFor();
    },
  },
  {
    name: 'a run that goes on',
    play: async (page, stage) => {
      await instead(page, new RegExp(`/api/v1/bulk-runs/${stage.importId}$`, 'u'), {
        ...runLike(stage.importId),
        state: 'running',
        counts: { total: 3000, waiting: 1100, done: 1850, skipped: 42, failed: 8 },
      });
      await open(page, stage, `/bulk/runs/${stage.importId}`);
      await page.getByRole('button', { name: 'Stop' }).waitFor();
    },
  },
  {
    name: 'webhooks, one that has given up',
    play: async (page, stage) => {
      await instead(page, /\/api\/v1\/webhooks$/u, { items: [WEBHOOK_THAT_FAILS], kinds: [] });
      await open(page, stage, '/settings/webhooks');
      await page.getByText('12 given up').waitFor();
    },
  },
  {
    name: 'webhooks, adding one, refused',
    play: async (page, stage) => {
      await open(page, stage, '/settings/webhooks');
      await page.getByRole('button', { name: 'Add a webhook' }).click();
      await dialog(page).getByLabel('Address').fill('http://hooks.riverside.example');
      await dialog(page).getByLabel('What it is for').fill('Automation bridge');
      await dialog(page).getByRole('button', { name: 'Add a webhook' }).click();
      await dialog(page).getByText('Events go over https only.').waitFor();
    },
  },
  {
    name: 'reminders and quiet hours, while no texts go out',
    play: async (page, stage) => {
      await instead(page, /\/api\/v1\/texting$/u, {
        state: 'stopped',
        why: 'The provider of texts refuses our credentials.',
        nextStep: 'Whoever runs Keyholder has to enter the right ones.',
        since: new Date().toISOString(),
        waiting: 3,
      });
      await open(page, stage, '/settings/texting');
      await page.getByText(/No texts go out/u).waitFor();
      await page.getByRole('button', { name: 'Save' }).waitFor();
    },
  },
  {
    name: 'settings, people',
    play: async (page, stage) => {
      await open(page, stage, '/settings/people');
      await page.getByText('Robin Reyes').last().waitFor();
    },
  },
  {
    name: 'settings, inviting somebody, refused',
    play: async (page, stage) => {
      await open(page, stage, '/settings/people');
      await page.getByRole('button', { name: 'Invite somebody' }).first().click();
      await dialog(page).getByLabel('Email').fill('nobody');
      await dialog(page).getByRole('button', { name: 'Send invitation' }).click();
      await dialog(page).getByText('This is not an email address.').waitFor();
    },
  },
  {
    name: 'settings, creating an API key',
    play: async (page, stage) => {
      await open(page, stage, '/settings/api-keys');
      await page.getByRole('button', { name: 'Make a key' }).click();
      await dialog(page).getByRole('button', { name: 'Make the key' }).click();
      await dialog(page).locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'settings, API keys',
    play: async (page, stage) => {
      await open(page, stage, '/settings/api-keys');
      await page.getByRole('heading', { name: 'API keys', level: 1 }).waitFor();
      await page.getByText('never used').or(page.getByText('last used')).first().waitFor();
    },
  },
  {
    name: 'settings, the audit',
    play: async (page, stage) => {
      await open(page, stage, '/settings/audit');
      await page.getByRole('heading', { name: 'Audit', level: 1 }).waitFor();
      await page.getByText('Signed in').first().waitFor();
    },
  },
  {
    name: 'settings, language',
    play: async (page, stage) => {
      await open(page, stage, '/settings/language');
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'your account',
    play: async (page, stage) => {
      await open(page, stage, '/account');
      await page.getByText('this one').waitFor();
    },
  },
  {
    name: 'an address that leads nowhere',
    play: async (page, stage) => {
      await open(page, stage, '/no/such/page');
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    },
  },
  {
    name: 'the connection is lost',
    play: async (page, stage) => {
      await page.route(/\/api\/v1\/events/u, (route) => route.abort());
      await open(page, stage, '/home');
      await page.getByText(/Connection lost/u).waitFor();
    },
  },
  {
    name: 'before the answer comes',
    isLoading: true,
    play: async (page, stage) => {
      await page.route(/\/api\/v1\/sites\//u, () => undefined);
      await open(page, stage, `/sites/${stage.site.id}`);
      await page.locator('.skeleton').first().waitFor();
    },
  },
];

const WEBHOOK_THAT_FAILS = {
  id: '01900000-0000-7000-8000-000000000001',
  url: 'https://hooks.riverside.example/keyholder',
  description: 'Automation bridge',
  kinds: ['contact.confirmed', 'contact.opted_out'],
  createdAt: new Date().toISOString(),
  createdBy: 'Robin Reyes',
  enabled: true,
  failingSince: new Date(Date.now() - 86_400_000).toISOString(),
  lastTakenAt: null,
  overlapUntil: null,
  waiting: 4,
  dead: 12,
};

const runLike = (id: string) => ({
  id,
  kind: 'send',
  by: 'Robin Reyes',
  permission: 'written',
  fileName: null,
  columns: [],
  mapping: {},
  defaults: null,
  report: null,
  createdAt: new Date().toISOString(),
  finishedAt: null,
});
