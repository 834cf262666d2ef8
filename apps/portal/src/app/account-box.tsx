import type { Schemas } from '@keyholder/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useNavigate } from 'react-router';
import { signOut } from '../api/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useWords } from '../words/words.tsx';
import { paths } from './paths.ts';

/** Who is signed in, for whom, and the way out. */
export function AccountBox({ me }: { readonly me: Schemas['Me'] }) {
  const words = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate(paths.signIn);
      client.clear();
    },
  });
  return (
    <section className="account-box" aria-label={words.shell.account}>
      <p className="account-who">
        <strong>{(me.dealer ?? me.company)?.name}</strong>
        <span>{me.name}</span>
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
      {leaving.isError && <ProblemNotice error={leaving.error} />}
    </section>
  );
}
