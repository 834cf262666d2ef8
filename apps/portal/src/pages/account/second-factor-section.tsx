import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  accountKeys,
  beginSecondFactor,
  endSecondFactor,
  ownAccountQuery,
  renewBackupCodes,
} from '../../api/account.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordQuestion } from './password-question.tsx';
import { ProveApp } from './prove-app.tsx';

type Wish = 'begin' | 'end' | 'renew';

/** A code of an authenticator app at every sign-in, with backup codes; as somebody wishes. */
export function SecondFactorSection() {
  const words = useWords();
  const own = words.account;
  const client = useQueryClient();
  const account = useQuery(ownAccountQuery);
  const [wish, setWish] = useState<Wish | null>(null);
  const begun = useMutation({ mutationFn: beginSecondFactor, onSuccess: () => setWish(null) });
  const renewed = useMutation({ mutationFn: renewBackupCodes, onSuccess: () => setWish(null) });
  const ended = useMutation({
    mutationFn: endSecondFactor,
    onSuccess: async () => {
      setWish(null);
      begun.reset();
      renewed.reset();
      await client.invalidateQueries({ queryKey: accountKeys.own });
    },
  });
  const wishes = { begin: begun, end: ended, renew: renewed };
  const labels = { begin: own.secondFactorBegin, end: own.secondFactorEnd, renew: own.renewBackupCodes };
  const ask = (next: Wish) => (): void => {
    wishes[next].reset();
    setWish(next);
  };
  if (account.isError) return <AccountNotice error={account.error} />;
  if (account.data === undefined) return <Skeleton lines={2} label={words.common.loading} />;
  const isOn = account.data.secondFactor;
  return (
    <Card title={own.secondFactor}>
      <p>{isOn ? own.secondFactorOn : own.secondFactorOff}</p>
      {!isOn && begun.data !== undefined && <ProveApp factor={begun.data} onProven={begun.reset} />}
      {renewed.data !== undefined && <BackupCodes codes={renewed.data} />}
      {wish !== null && (
        <PasswordQuestion
          key={wish}
          submit={labels[wish]}
          isPending={wishes[wish].isPending}
          error={wishes[wish].error}
          onPassword={(password) => {
            wishes[wish].mutate(password);
          }}
          onCancel={() => {
            setWish(null);
          }}
        />
      )}
      {wish === null && !isOn && begun.data === undefined && (
        <ActionButton onPress={ask('begin')}>{own.secondFactorBegin}</ActionButton>
      )}
      {wish === null && isOn && (
        <div className="form-actions">
          <ActionButton onPress={ask('renew')}>{own.renewBackupCodes}</ActionButton>
          <ActionButton tone="danger" onPress={ask('end')}>
            {own.secondFactorEnd}
          </ActionButton>
        </div>
      )}
    </Card>
  );
}
