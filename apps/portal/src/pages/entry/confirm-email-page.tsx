import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { confirmEmail } from '../../api/account.ts';
import { paths } from '../../app/paths.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryCard } from './entry-card.tsx';
import { linkToken } from './link-token.ts';

/** Where the link of a mail leads: opening it changes nothing, the button does. */
export function ConfirmEmailPage() {
  const words = useWords();
  const own = words.entry;
  const token = linkToken(useLocation().hash);
  const confirming = useMutation({ mutationFn: () => confirmEmail(token) });
  return (
    <EntryCard title={own.emailTitle}>
      {confirming.isSuccess ? (
        <>
          <Notice tone="good" role="status">
            <p>{own.emailDone}</p>
          </Notice>
          <LinkButton to={paths.start} tone="primary">
            {words.product}
          </LinkButton>
        </>
      ) : (
        <>
          <p className="muted">{own.emailIntro}</p>
          {confirming.isError && <AccountNotice error={confirming.error} />}
          <ActionButton
            tone="primary"
            pendingWords={confirming.isPending ? own.emailSubmitting : null}
            onPress={() => {
              confirming.mutate();
            }}
          >
            {own.emailSubmit}
          </ActionButton>
        </>
      )}
    </EntryCard>
  );
}
