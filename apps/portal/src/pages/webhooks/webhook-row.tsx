import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Place } from '../../api/settings.ts';
import {
  changeWebhook,
  removeWebhook,
  replayWebhook,
  rotateSecret,
  testWebhook,
  webhooksKey,
  type Webhook,
} from '../../api/webhooks.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { DeadLetters } from './dead-letters.tsx';

interface WebhookRowProps {
  readonly place: Place;
  readonly webhook: Webhook;
}

/** One webhook: what it gets, how it does, and what can be done with it. */
export function WebhookRow({ place, webhook }: WebhookRowProps) {
  const words = useWords().webhooks;
  const client = useQueryClient();
  const { id, url, description, kinds, enabled, failingSince, lastTakenAt, waiting, dead } = webhook;
  const onSuccess = () => client.invalidateQueries({ queryKey: webhooksKey(place) });
  const testing = useMutation({ mutationFn: () => testWebhook(place, id) });
  const switching = useMutation({
    mutationFn: () => changeWebhook(place, id, { enabled: !enabled }),
    onSuccess,
  });
  const replaying = useMutation({ mutationFn: () => replayWebhook(place, id), onSuccess });
  const rotating = useMutation({ mutationFn: () => rotateSecret(place, id), onSuccess });
  const removing = useMutation({ mutationFn: () => removeWebhook(place, id), onSuccess });
  const failed = [testing, switching, replaying, rotating, removing].find(({ isError }) => isError);
  return (
    <li className="plain-row webhook-row" data-ended={!enabled || undefined}>
      <div>
        <strong>{description}</strong>
        <p className="small webhook-url">
          <code>{url}</code>
        </p>
        <p className="muted small">{kinds.map((kind) => words.kindWords[kind]).join(' · ')}</p>
        <p className="muted small">
          {lastTakenAt === null ? (
            words.neverTaken
          ) : (
            <>
              {words.lastTaken} <RelativeTime moment={lastTakenAt} />
            </>
          )}
          {waiting > 0 && ` · ${words.waiting(waiting)}`}
        </p>
        {!enabled && <Notice tone="warning" title={words.off} />}
        {enabled && failingSince !== null && (
          <Notice tone="warning">
            <p>
              {words.failingSince} <RelativeTime moment={failingSince} />
            </p>
          </Notice>
        )}
        {dead > 0 && <DeadLetters place={place} webhookId={id} count={dead} />}
        {failed !== undefined && <ProblemNotice error={failed.error} />}
        {testing.data !== undefined && (
          <Notice
            role="status"
            tone={testing.data.taken ? 'good' : 'error'}
            title={testing.data.taken ? words.testTaken : words.testFailed}
          >
            {testing.data.cause !== null && <p>{testing.data.cause}</p>}
          </Notice>
        )}
      </div>
      <div className="row-actions">
        <ActionButton
          pendingWords={testing.isPending ? words.testing : null}
          onPress={() => {
            testing.mutate();
          }}
        >
          {words.test}
        </ActionButton>
        {enabled && dead > 0 && (
          <ActionButton
            pendingWords={replaying.isPending ? words.replaying : null}
            onPress={() => {
              replaying.mutate();
            }}
          >
            {words.replay}
          </ActionButton>
        )}
        <ActionButton
          tone="quiet"
          onPress={() => {
            switching.mutate();
          }}
        >
          {enabled ? words.switchOff : words.switchOn}
        </ActionButton>
        <ConfirmButton
          question={words.rotateQuestion}
          pendingWords={rotating.isPending ? words.rotating : null}
          onConfirm={() => {
            rotating.mutate();
          }}
        >
          {words.rotate}
        </ConfirmButton>
        <ConfirmButton
          question={words.removeQuestion(description)}
          pendingWords={removing.isPending ? words.removing : null}
          onConfirm={() => {
            removing.mutate();
          }}
        >
          {words.remove}
        </ConfirmButton>
      </div>
      {rotating.data !== undefined && (
        <Window
          title={words.shown}
          onClose={() => {
            rotating.reset();
          }}
        >
          <ShownOnce
            secret={rotating.data.secret}
            use={words.secretUse}
            onDone={() => {
              rotating.reset();
            }}
          />
        </Window>
      )}
    </li>
  );
}
