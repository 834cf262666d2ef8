import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { peopleQuery, type Place } from '../../api/settings.ts';
import { useOpenWithDraft } from '../../forms/use-draft-key.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { InvitationRow } from './invitation-row.tsx';
import { newInvitation, InviteWindow } from './invite-window.tsx';
import { MemberRow } from './member-row.tsx';

interface PeopleSectionProps {
  readonly place: Place;
  readonly title: string;
  readonly intro: string;
  /** Of whoever is signed in, to be marked in the list. */
  readonly ownEmail: string | null;
}

/** Who works at a place, and who is invited to. */
export function PeopleSection({ place, title, intro, ownEmail }: PeopleSectionProps) {
  const words = useWords();
  const own = words.people;
  const people = useQuery(peopleQuery(place));
  const [inviting, setInviting] = useOpenWithDraft(newInvitation(place));
  const [invited, setInvited] = useState<string | null>(null);
  return (
    <Card
      title={title}
      beside={
        <ActionButton
          icon={<UserPlus aria-hidden />}
          onPress={() => {
            setInvited(null);
            setInviting(true);
          }}
        >
          {own.invite}
        </ActionButton>
      }
    >
      <p className="muted">{intro}</p>
      {invited !== null && (
        <Notice tone="good" role="status">
          <p>{own.invited(invited)}</p>
        </Notice>
      )}
      {people.isError && <ProblemNotice error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <Skeleton lines={3} label={words.common.loading} />}
      <ul className="plain-rows">
        {people.data?.members.map((member) => (
          <MemberRow key={member.userId} place={place} member={member} isSelf={member.email === ownEmail} />
        ))}
      </ul>
      {people.data !== undefined && people.data.invitations.length > 0 && (
        <>
          <h3>{own.invitations}</h3>
          <ul className="plain-rows">
            {people.data.invitations.map((invitation) => (
              <InvitationRow key={invitation.id} place={place} invitation={invitation} />
            ))}
          </ul>
        </>
      )}
      {inviting && (
        <InviteWindow
          place={place}
          onClose={() => {
            setInviting(false);
          }}
          onInvited={(email) => {
            setInviting(false);
            setInvited(email);
          }}
        />
      )}
    </Card>
  );
}
