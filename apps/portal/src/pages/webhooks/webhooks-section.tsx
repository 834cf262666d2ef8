import { useQuery } from '@tanstack/react-query';
import { Webhook as WebhookIcon } from 'lucide-react';
import type { Place } from '../../api/settings.ts';
import { webhooksQuery } from '../../api/webhooks.ts';
import { useOpenWithDraft } from '../../forms/use-draft-key.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { CreateWebhookWindow, newWebhook } from './create-webhook-window.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** The webhooks of the dealer, or of the company as a whole. */
export function WebhooksSection({ place }: { readonly place: Place }) {
  const words = useWords();
  const own = words.webhooks;
  const webhooks = useQuery(webhooksQuery(place));
  const [making, setMaking] = useOpenWithDraft(newWebhook(place));
  return (
    <Card
      title={place === 'dealer' ? own.ofDealer : own.ofCompany}
      beside={
        <ActionButton
          icon={<WebhookIcon aria-hidden />}
          onPress={() => {
            setMaking(true);
          }}
        >
          {own.add}
        </ActionButton>
      }
    >
      {webhooks.isError && <ProblemNotice error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.isPending && <Skeleton lines={2} label={words.common.loading} />}
      {webhooks.data?.items.length === 0 && <p className="muted">{own.none}</p>}
      {webhooks.data !== undefined && webhooks.data.items.length > 0 && (
        <ul className="plain-rows">
          {webhooks.data.items.map((webhook) => (
            <WebhookRow key={webhook.id} place={place} webhook={webhook} />
          ))}
        </ul>
      )}
      {making && webhooks.data !== undefined && (
        <CreateWebhookWindow
          place={place}
          kinds={webhooks.data.kinds}
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </Card>
  );
}
