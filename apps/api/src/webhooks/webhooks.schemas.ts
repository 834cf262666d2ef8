import { ALL_EVENT_KINDS, EVENTS_KEPT_DAYS } from '@keyholder/domain/events/contact-event';
import { WEBHOOK_DESCRIPTION_MAX } from '@keyholder/domain/events/webhook';
import { z } from 'zod';
import { pageOf, pageQuery } from '../http/paging.schemas.ts';

const moment = z.iso.datetime();
const kind = z.enum(ALL_EVENT_KINDS);

const WebhookSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the endpoint.'),
    url: z.string().describe('Where events are sent.'),
    description: z.string().describe('What it is for.'),
    kinds: z.array(kind).describe('Which events are sent.'),
    createdAt: moment.describe('When it was set up.'),
    createdBy: z.string().describe('Who set it up.'),
    enabled: z
      .boolean()
      .describe('False: nothing is sent, by choice or because it took nothing for three days.'),
    failingSince: moment
      .nullable()
      .describe('Since when it has taken nothing; null: it works, or was not tried.'),
    lastTakenAt: moment.nullable().describe('When it last took an event; null: never.'),
    overlapUntil: moment
      .nullable()
      .describe('Until when the secret before the present one signs too; null: it does not.'),
    waiting: z.int().describe('How many events are on their way.'),
    dead: z.int().describe('How many events were given up; they can be replayed.'),
  })
  .meta({ id: 'Webhook', description: 'An endpoint that events are sent to.' });
export type WebhookView = z.infer<typeof WebhookSchema>;

export const WebhooksSchema = z
  .strictObject({
    items: z.array(WebhookSchema).describe('The oldest first.'),
    kinds: z
      .array(
        z.strictObject({
          kind: kind.describe('Name of the event.'),
          description: z.string().describe('When it is sent.'),
        }),
      )
      .describe('Every event that can be sent.'),
  })
  .meta({ id: 'Webhooks', description: 'Endpoints that events are sent to.' });

export const NewWebhookSchema = z
  .strictObject({
    url: z.string().max(5000).describe('Where events are sent: https, on the public internet.'),
    description: z.string().max(1000).describe(`What it is for, 1–${WEBHOOK_DESCRIPTION_MAX} characters.`),
    kinds: z.array(z.string().max(50)).max(50).describe('Which events are sent: one or more.'),
  })
  .meta({
    id: 'NewWebhook',
    description: 'An endpoint that is wanted.',
    example: {
      url: 'https://hooks.riverside.example/keyholder',
      description: 'Automation bridge',
      kinds: ['contact.confirmed', 'contact.opted_out'],
    },
  });

export const WebhookChangeSchema = z
  .strictObject({
    url: NewWebhookSchema.shape.url.optional(),
    description: NewWebhookSchema.shape.description.optional(),
    kinds: NewWebhookSchema.shape.kinds.optional(),
    enabled: z
      .boolean()
      .optional()
      .describe('False: nothing is sent any more, what waits is given up. True: from now on.'),
  })
  .meta({
    id: 'WebhookChange',
    description: 'What is to be changed; what is left out stays.',
    example: { kinds: ['contact.confirmed', 'contact.declined'] },
  });
export type WebhookChange = z.infer<typeof WebhookChangeSchema>;

const secret = z
  .string()
  .describe('The secret that signs, whsec_ and base64. It is shown this once and kept nowhere.');

export const CreatedWebhookSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the endpoint.'),
    secret,
    webhook: WebhookSchema.describe('What is kept of it.'),
  })
  .meta({ id: 'CreatedWebhook', description: 'An endpoint that was just set up.' });
export type CreatedWebhook = z.infer<typeof CreatedWebhookSchema>;

export const RotatedSecretSchema = z
  .strictObject({
    secret,
    overlapUntil: moment.describe('Until when the secret before signs too: change it over by then.'),
  })
  .meta({ id: 'RotatedSecret', description: 'A new secret of an endpoint.' });
export type RotatedSecret = z.infer<typeof RotatedSecretSchema>;

export const WebhookTestSchema = z
  .strictObject({
    taken: z.boolean().describe('Whether it answered 2xx.'),
    status: z.int().nullable().describe('The HTTP status; null: no answer.'),
    cause: z.string().nullable().describe('Why it did not take it, in words.'),
  })
  .meta({ id: 'WebhookTest', description: 'What came of sending a test event of the type webhook.test.' });
export type WebhookTest = z.infer<typeof WebhookTestSchema>;

export const ReplaySchema = z
  .strictObject({ replayed: z.int().describe('How many events are on their way again.') })
  .meta({ id: 'WebhookReplay', description: 'Dead letters that are sent again.' });

const DeliverySchema = z
  .strictObject({
    id: z.uuid().describe('Id of this delivery.'),
    eventId: z.uuid().describe('Id of the event: the webhook-id of every try.'),
    type: kind.describe('What happened.'),
    at: moment.describe('When it happened.'),
    state: z.enum(['waiting', 'delivered', 'dead']).describe('dead: given up; it can be replayed.'),
    tries: z.int().describe('How often it was tried.'),
    triedAt: moment.nullable().describe('When it was last tried; null: not yet.'),
    status: z.int().nullable().describe('The HTTP status of the last answer; null: there was none.'),
    cause: z.string().nullable().describe('Why the last try failed, in words.'),
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one endpoint.' });
export type DeliveryView = z.infer<typeof DeliverySchema>;
export const DeliveryPageSchema = pageOf(DeliverySchema, 'WebhookDeliveryPage');
export const DeliveryQuerySchema = z.strictObject({
  ...pageQuery,
  state: z.enum(['waiting', 'delivered', 'dead']).optional().describe('Only those in this state.'),
});

const EventSchema = z
  .strictObject({
    id: z.uuid().describe('Id of the event, the webhook-id where it is sent.'),
    type: kind.describe('What happened.'),
    timestamp: moment.describe('When it happened.'),
    data: z
      .record(z.string(), z.unknown())
      .describe('dealerId, site, contact as they were then, and detail, which depends on the type.'),
  })
  .meta({ id: 'Event', description: 'Something that happened with a contact.' });
export type EventView = z.infer<typeof EventSchema>;

export const EventPageSchema = z
  .strictObject({
    items: z.array(EventSchema).describe('The oldest first.'),
    nextCursor: z
      .string()
      .nullable()
      .describe('Give it as `cursor` for what comes next, also later; null where there was never anything.'),
    more: z.boolean().describe('Whether there is more already.'),
  })
  .meta({
    id: 'EventPage',
    description: `One page of the history, which goes back ${EVENTS_KEPT_DAYS} days.`,
  });
export const EventQuerySchema = z.strictObject(pageQuery);
