import { useMutation } from '@tanstack/react-query';
import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { fieldErrorsOf } from '../../api/problem.ts';
import { sendTestText } from '../../api/welcome-text.ts';
import { useMay } from '../../app/use-may.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';

/** Where the dealer's own number is kept in this browser, so that it is typed once. */
const KEPT = 'keyholder.own-phone';

/** Sends the text, marked as a test, to a phone of the dealer's own; the contact hears nothing of it. */
export function TextItToMe({ contactId }: { readonly contactId: string }) {
  const words = useWords().welcomeText.test;
  const may = useMay('welcome:send');
  const [phone, setPhone] = useState(() => window.localStorage.getItem(KEPT) ?? '');
  const testing = useMutation({
    mutationFn: () => sendTestText(contactId, phone),
    onSuccess: () => {
      window.localStorage.setItem(KEPT, phone);
    },
  });
  if (!may) return null;
  const error = fieldErrorsOf(testing.error).find(({ field }) => field === 'phone') ?? null;
  return (
    <details>
      <summary>{words.summary}</summary>
      <div className="test-text">
        <p>{words.explained}</p>
        <LineField
          label={words.phone}
          type="tel"
          autoComplete="tel"
          value={phone}
          onChange={(typed) => {
            setPhone(typed);
            testing.reset();
          }}
          error={error}
          beside={
            <ActionButton
              icon={<Smartphone aria-hidden />}
              pendingWords={testing.isPending ? words.sending : null}
              onPress={() => {
                testing.mutate();
              }}
            >
              {words.send}
            </ActionButton>
          }
        />
        <LiveStatus>{testing.isSuccess && <p>{words.sent(testing.data.to)}</p>}</LiveStatus>
        {testing.isError && error === null && <ProblemNotice error={testing.error} />}
      </div>
    </details>
  );
}
