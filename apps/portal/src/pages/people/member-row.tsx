import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { changeMember, peopleKey, removeMember, type Member, type Place } from '../../api/settings.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

interface MemberRowProps {
  readonly place: Place;
  readonly member: Member;
  readonly isSelf: boolean;
}

export function MemberRow({ place, member, isSelf }: MemberRowProps) {
  const words = useWords().people;
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: peopleKey(place) });
  const { userId, name, email, role, secondFactor, since } = member;
  const otherRole = role === 'dealer_admin' ? 'dealer_user' : 'dealer_admin';
  const changing = useMutation({
    meta: { says: `${name}: ${words.roles[otherRole]}` },
    mutationFn: () => changeMember(userId, otherRole),
    onSuccess: refresh,
  });
  const removing = useMutation({
    meta: { says: words.removed(name) },
    mutationFn: () => removeMember(place, userId),
    onSuccess: refresh,
  });
  const error = changing.error ?? removing.error;
  return (
    <li className="plain-row">
      <div>
        <strong>{name}</strong>
        {isSelf && <span className="muted"> ({words.you})</span>}
        <p className="muted small">
          {email} · {words.roles[role]} · {words.joined} <RelativeTime moment={since} />
        </p>
        {secondFactor && (
          <Badge colour="green" icon={ShieldCheck}>
            {words.secondFactor}
          </Badge>
        )}
        {error !== null && <ProblemNotice error={error} />}
      </div>
      <div className="row-actions">
        {place === 'dealer' && (
          <ActionButton
            tone="quiet"
            pendingWords={changing.isPending ? words.working : null}
            onPress={() => {
              changing.mutate();
            }}
          >
            {role === 'dealer_admin' ? words.makeUser : words.makeAdmin}
          </ActionButton>
        )}
        <ConfirmButton
          question={words.removeQuestion(name)}
          pendingWords={removing.isPending ? words.working : null}
          onConfirm={() => {
            removing.mutate();
          }}
        >
          {words.remove}
        </ConfirmButton>
      </div>
    </li>
  );
}
