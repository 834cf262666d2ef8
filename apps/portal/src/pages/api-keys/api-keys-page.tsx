import { useQuery } from '@tanstack/react-query';
import { KeySquare } from 'lucide-react';
import { apiKeysQuery } from '../../api/settings.ts';
import { useOpenWithDraft } from '../../forms/use-draft-key.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { ApiKeyRow } from './api-key-row.tsx';
import { CreateApiKeyWindow, NEW_API_KEY } from './create-api-key-window.tsx';

/** The keys with which the dealer's own software asks. */
export function ApiKeysPage() {
  const words = useWords();
  const own = words.apiKeys;
  const keys = useQuery(apiKeysQuery);
  const [making, setMaking] = useOpenWithDraft(NEW_API_KEY);
  return (
    <>
      <div className="page-top">
        <PageHeading tab={own.title}>{own.title}</PageHeading>
        <ActionButton
          tone="primary"
          icon={<KeySquare aria-hidden />}
          onPress={() => {
            setMaking(true);
          }}
        >
          {own.create}
        </ActionButton>
      </div>
      <p className="muted">
        {own.intro}{' '}
        <a href="/api/docs" target="_blank" rel="noreferrer">
          {own.docs}
        </a>
      </p>
      {keys.isError && <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <Skeleton lines={3} label={words.common.loading} />}
      {keys.data?.items.length === 0 && <p>{own.none}</p>}
      <ul className="plain-rows card">
        {keys.data?.items.map((apiKey) => (
          <ApiKeyRow key={apiKey.id} apiKey={apiKey} />
        ))}
      </ul>
      {making && keys.data !== undefined && (
        <CreateApiKeyWindow
          scopes={keys.data.scopes}
          onClose={() => {
            setMaking(false);
          }}
        />
      )}
    </>
  );
}
