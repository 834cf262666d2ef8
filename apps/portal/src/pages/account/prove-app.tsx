import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { accountKeys, giveSecondFactor, type SecondFactor } from '../../api/account.ts';
import { missing } from '../../forms/missing.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { AccountNotice } from '../../ui/account-notice.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { DraftForm } from '../../ui/draft-form.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { useWords } from '../../words/words.tsx';
import { BackupCodes } from './backup-codes.tsx';

const QR_SIZE = 184;

/** In groups of four, as people type it. */
const grouped = (secret: string): string => secret.replace(/.{4}(?=.)/gu, '$& ');

/** The key for the authenticator app, and the proof that the app has it. */
export function ProveApp({
  factor,
  onProven,
}: {
  readonly factor: SecondFactor;
  readonly onProven: () => void;
}) {
  const words = useWords();
  const own = words.account;
  const client = useQueryClient();
  const draft = useDraft({ code: '' }, ({ code }) =>
    code.trim() === '' ? [missing('code', words.entry.needCode)] : [],
  );
  const proving = useMutation({
    mutationFn: () => giveSecondFactor('app', draft.values.code.replace(/\s/gu, '')),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: accountKeys.own });
      onProven();
    },
  });
  return (
    <div className="second-factor">
      <p>{own.secondFactorScan}</p>
      <QRCodeSVG
        className="qr"
        value={factor.totpURI}
        size={QR_SIZE}
        marginSize={4}
        title={own.secondFactorQr}
      />
      <p>
        {own.secondFactorKey}{' '}
        <code className="key">{grouped(new URL(factor.totpURI).searchParams.get('secret') ?? '')}</code>
      </p>
      <BackupCodes codes={factor.backupCodes} />
      <DraftForm
        draft={draft}
        isPending={proving.isPending}
        className="form"
        onSubmit={() => proving.mutate()}
      >
        {proving.isError && <AccountNotice error={proving.error} />}
        <LineField
          label={words.entry.code}
          hint={own.secondFactorProve}
          {...draft.field('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        <div className="form-actions">
          <ActionButton type="submit" tone="primary" pendingWords={proving.isPending ? own.working : null}>
            {own.secondFactorDone}
          </ActionButton>
        </div>
      </DraftForm>
    </div>
  );
}
