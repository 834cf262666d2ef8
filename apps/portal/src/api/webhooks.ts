import type { Schemas } from '@keyholder/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { answerOf } from './problem.ts';
import type { Place } from './settings.ts';

export type Webhook = Schemas['Webhook'];

const DEAD_SHOWN = 20;

/** Keys of the webhooks of a place. */
export const webhooksKey = (place: Place) => ['settings', 'webhooks', place] as const;

export const webhooksQuery = (place: Place) =>
  queryOptions({
    queryKey: webhooksKey(place),
    queryFn: ({ signal }) =>
      answerOf(
        place === 'dealer'
          ? api.GET('/api/v1/webhooks', { signal })
          : api.GET('/api/v1/company/webhooks', { signal }),
      ),
  });

/** The newest events that were given up. */
export const deadLettersQuery = (place: Place, id: string) =>
  queryOptions({
    queryKey: [...webhooksKey(place), id, 'dead'],
    queryFn: ({ signal }) => {
      const query = { state: 'dead' as const, limit: DEAD_SHOWN };
      return answerOf(
        place === 'dealer'
          ? api.GET('/api/v1/webhooks/{webhookId}/deliveries', {
              params: { path: { webhookId: id }, query },
              signal,
            })
          : api.GET('/api/v1/company/webhooks/{companyWebhookId}/deliveries', {
              params: { path: { companyWebhookId: id }, query },
              signal,
            }),
      );
    },
    staleTime: 0,
  });

export const createWebhook = (
  place: Place,
  body: Schemas['NewWebhook'],
): Promise<Schemas['CreatedWebhook']> =>
  answerOf(
    place === 'dealer'
      ? api.POST('/api/v1/webhooks', { body })
      : api.POST('/api/v1/company/webhooks', { body }),
  );

export const changeWebhook = (place: Place, id: string, body: Schemas['WebhookChange']): Promise<Webhook> =>
  answerOf(
    place === 'dealer'
      ? api.PATCH('/api/v1/webhooks/{webhookId}', { params: { path: { webhookId: id } }, body })
      : api.PATCH('/api/v1/company/webhooks/{companyWebhookId}', {
          params: { path: { companyWebhookId: id } },
          body,
        }),
  );

export const removeWebhook = (place: Place, id: string): Promise<unknown> =>
  answerOf(
    place === 'dealer'
      ? api.DELETE('/api/v1/webhooks/{webhookId}', { params: { path: { webhookId: id } } })
      : api.DELETE('/api/v1/company/webhooks/{companyWebhookId}', {
          params: { path: { companyWebhookId: id } },
        }),
  );

export const rotateSecret = (place: Place, id: string): Promise<Schemas['RotatedSecret']> =>
  answerOf(
    place === 'dealer'
      ? api.POST('/api/v1/webhooks/{webhookId}/secret', { params: { path: { webhookId: id } } })
      : api.POST('/api/v1/company/webhooks/{companyWebhookId}/secret', {
          params: { path: { companyWebhookId: id } },
        }),
  );

export const testWebhook = (place: Place, id: string): Promise<Schemas['WebhookTest']> =>
  answerOf(
    place === 'dealer'
      ? api.POST('/api/v1/webhooks/{webhookId}/test', { params: { path: { webhookId: id } } })
      : api.POST('/api/v1/company/webhooks/{companyWebhookId}/test', {
          params: { path: { companyWebhookId: id } },
        }),
  );

export const replayWebhook = (place: Place, id: string): Promise<Schemas['WebhookReplay']> =>
  answerOf(
    place === 'dealer'
      ? api.POST('/api/v1/webhooks/{webhookId}/replay', { params: { path: { webhookId: id } } })
      : api.POST('/api/v1/company/webhooks/{companyWebhookId}/replay', {
          params: { path: { companyWebhookId: id } },
        }),
  );
