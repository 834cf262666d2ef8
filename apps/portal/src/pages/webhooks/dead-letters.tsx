import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Place } from '../../api/settings.ts';
import { deadLettersQuery } from '../../api/webhooks.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

interface DeadLettersProps {
  readonly place: Place;
  readonly webhookId: string;
  readonly count: number;
}

/** Events that were given up, and why; read when they are opened. */
export function DeadLetters({ place, webhookId, count }: DeadLettersProps) {
  const words = useWords().webhooks;
  const [open, setOpen] = useState(false);
  const dead = useQuery({ ...deadLettersQuery(place, webhookId), enabled: open });
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{words.dead(count)}</summary>
      {dead.isError && <ProblemNotice error={dead.error} onRetry={() => void dead.refetch()} />}
      <ul className="small">
        {dead.data?.items.map((letter) => (
          <li key={letter.id}>
            {words.kindWords[letter.type]}, <RelativeTime moment={letter.at} />
            {letter.cause !== null && <span className="muted">: {letter.cause}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
