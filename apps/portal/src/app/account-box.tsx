import type { Schemas } from '@keyholder/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronsUpDown, CircleUserRound, LogOut } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link, useNavigate } from 'react-router';
import { forgetDrafts } from '../forms/kept-draft.ts';
import { AccountNotice } from '../ui/account-notice.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { useWords } from '../words/words.tsx';
import { paths } from './paths.ts';

/** Loaded for those who have a choice: its menu is large, and most have none. */
const DealerSwitch = lazy(async () => ({ default: (await import('./dealer-switch.tsx')).DealerSwitch }));

/** Holds the place of the switch while it loads. */
function DealerName({ me }: { readonly me: Schemas['Me'] }) {
  return (
    <strong className="dealer-switch">
      <span>{me.dealer?.name}</span>
      <ChevronsUpDown aria-hidden />
    </strong>
  );
}

/** Who is signed in, for whom, and the way out. */
export function AccountBox({ me }: { readonly me: Schemas['Me'] }) {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leaving = useMutation({
    // What speaks to the accounts is large, and needed only now.
    mutationFn: async () => (await import('../api/account.ts')).signOut(),
    onSuccess: async () => {
      await navigate(paths.signIn);
      client.clear();
      forgetDrafts();
    },
  });
  return (
    <section className="account-box" aria-label={words.shell.account}>
      {me.dealers.length > 1 && (
        <Suspense fallback={<DealerName me={me} />}>
          <DealerSwitch me={me} />
        </Suspense>
      )}
      <p className="account-who">
        {me.dealers.length <= 1 && <strong>{(me.dealer ?? me.company)?.name ?? words.product}</strong>}
        <Link to={paths.account} className="account-link">
          <CircleUserRound aria-hidden />
          <span>{me.name}</span>
        </Link>
      </p>
      <ActionButton
        tone="quiet"
        icon={<LogOut aria-hidden />}
        pendingWords={leaving.isPending ? words.shell.signingOut : null}
        onPress={() => {
          leaving.mutate();
        }}
      >
        {words.shell.signOut}
      </ActionButton>
      {leaving.isError && <AccountNotice error={leaving.error} />}
    </section>
  );
}
