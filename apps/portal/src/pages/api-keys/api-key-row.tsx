import { useMutation, useQueryClient } from '@tanstack/react-query';
import { revokeApiKey, settingsKeys, type ApiKey } from '../../api/settings.ts';
import { useNow } from '../../format/clock.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

export function ApiKeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const words = useWords().apiKeys;
  const client = useQueryClient();
  const { id, name, prefix, scopes, createdAt, createdBy, expiresAt, lastUsedAt, revokedAt } = apiKey;
  const revoking = useMutation({
    meta: { says: `${name}: ${words.revoked}` },
    mutationFn: () => revokeApiKey(id),
    onSuccess: () => client.invalidateQueries({ queryKey: settingsKeys.apiKeys }),
  });
  const now = useNow();
  const hasEnded = expiresAt !== null && new Date(expiresAt) <= now;
  return (
    <li className="plain-row" data-ended={revokedAt !== null || hasEnded || undefined}>
      <div>
        <strong>{name}</strong> <code className="muted">{prefix}…</code>
        <p className="small">
          {scopes === null
            ? words.everything
            : scopes.map((scope) => words.scopeWords[scope] ?? scope).join(' · ')}
        </p>
        <p className="muted small">
          {words.made} <RelativeTime moment={createdAt} />
          {createdBy !== null && ` ${words.by(createdBy)}`} ·{' '}
          {lastUsedAt === null ? (
            words.neverUsed
          ) : (
            <>
              {words.lastUsed} <RelativeTime moment={lastUsedAt} />
            </>
          )}
          {expiresAt !== null && (
            <>
              {' · '}
              {hasEnded ? words.endedAt : words.endsAt} <RelativeTime moment={expiresAt} />
            </>
          )}
          {revokedAt !== null && (
            <>
              {' · '}
              <strong>{words.revoked}</strong> <RelativeTime moment={revokedAt} />
            </>
          )}
        </p>
        {revoking.isError && <ProblemNotice error={revoking.error} />}
      </div>
      {revokedAt === null && (
        <div className="row-actions">
          <ConfirmButton
            question={words.revokeQuestion(name)}
            pendingWords={revoking.isPending ? words.revoking : null}
            onConfirm={() => {
              revoking.mutate();
            }}
          >
            {words.revoke}
          </ConfirmButton>
        </div>
      )}
    </li>
  );
}
