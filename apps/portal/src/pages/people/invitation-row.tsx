import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  mailInvitation,
  peopleKey,
  revokeInvitation,
  type Invitation,
  type Place,
} from '../../api/settings.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

/** An invitation that nobody has answered. */
export function InvitationRow({
  place,
  invitation,
}: {
  readonly place: Place;
  readonly invitation: Invitation;
}) {
  const words = useWords().people;
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: peopleKey(place) });
  const { id, email, role, expiresAt, expired } = invitation;
  const mailing = useMutation({ mutationFn: () => mailInvitation(place, id), onSuccess: refresh });
  const revoking = useMutation({
    meta: { says: words.takenBack(email) },
    mutationFn: () => revokeInvitation(place, id),
    onSuccess: refresh,
  });
  const error = mailing.error ?? revoking.error;
  return (
    <li className="plain-row">
      <div>
        <strong>{email}</strong>
        <p className="muted small">
          {words.roles[role]} ·{' '}
          {expired ? (
            words.expired
          ) : (
            <>
              {words.expires} <RelativeTime moment={expiresAt} />
            </>
          )}
        </p>
        <LiveStatus className="muted small">{mailing.isSuccess && words.sentAgain}</LiveStatus>
        {error !== null && <ProblemNotice error={error} />}
      </div>
      <div className="row-actions">
        <ActionButton
          tone="quiet"
          pendingWords={mailing.isPending ? words.inviting : null}
          onPress={() => {
            mailing.mutate();
          }}
        >
          {words.sendAgain}
        </ActionButton>
        <ActionButton
          tone="quiet"
          pendingWords={revoking.isPending ? words.working : null}
          onPress={() => {
            revoking.mutate();
          }}
        >
          {words.takeBack}
        </ActionButton>
      </div>
    </li>
  );
}
