import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import {
  accountKeys,
  endEverySession,
  endOtherSessions,
  endSession,
  ownAccountQuery,
  sessionsQuery,
} from '../../api/account.ts';
import { paths } from '../../app/paths.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { deviceName } from './device-name.ts';

/** Where one is signed in, and the ways to end that. */
export function SessionsSection() {
  const words = useWords();
  const own = words.account;
  const client = useQueryClient();
  const navigate = useNavigate();
  const here = useQuery(ownAccountQuery).data?.sessionId;
  const sessions = useQuery(sessionsQuery);
  const refresh = () => client.invalidateQueries({ queryKey: accountKeys.sessions });
  const meta = { says: own.sessionEnded };
  const ending = useMutation({ meta, mutationFn: endSession, onSuccess: refresh });
  const endingOthers = useMutation({ meta, mutationFn: endOtherSessions, onSuccess: refresh });
  const endingAll = useMutation({
    mutationFn: endEverySession,
    onSuccess: async () => {
      await navigate(paths.signIn);
      client.clear();
    },
  });
  const error = sessions.error ?? ending.error ?? endingOthers.error ?? endingAll.error;
  return (
    <Card title={own.sessions}>
      <p className="muted">{own.sessionsIntro}</p>
      {error !== null && <AccountNotice error={error} />}
      {sessions.isPending && <Skeleton lines={2} label={words.common.loading} />}
      <ul className="plain-rows">
        {sessions.data?.map(({ id, token, userAgent, ipAddress, createdAt, updatedAt }) => (
          <li key={id} className="plain-row">
            <div>
              <strong>{deviceName(userAgent) ?? own.unknownDevice}</strong>
              {id === here && <span className="muted"> ({own.thisSession})</span>}
              <p className="muted small">
                {ipAddress} · {own.signedIn} <RelativeTime moment={createdAt} /> · {own.lastUsed}{' '}
                <RelativeTime moment={updatedAt} />
              </p>
            </div>
            {id !== here && (
              <ActionButton
                tone="quiet"
                pendingWords={ending.isPending && ending.variables === token ? own.ending : null}
                onPress={() => {
                  ending.mutate(token);
                }}
              >
                {own.endSession}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      <div className="form-actions">
        {(sessions.data?.length ?? 0) > 1 && (
          <ActionButton
            pendingWords={endingOthers.isPending ? own.ending : null}
            onPress={() => {
              endingOthers.mutate();
            }}
          >
            {own.endOthers}
          </ActionButton>
        )}
        <ActionButton
          tone="danger"
          pendingWords={endingAll.isPending ? own.ending : null}
          onPress={() => {
            endingAll.mutate();
          }}
        >
          {own.endAll}
        </ActionButton>
      </div>
    </Card>
  );
}
