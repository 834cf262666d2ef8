import { useQuery } from '@tanstack/react-query';
import { MessageSquareOff } from 'lucide-react';
import { textingQuery } from '../api/texting.ts';
import { useWords } from '../words/words.tsx';

/** Says that no text of the dealer's brand goes out, why, and who has to do what; for as long as that is so. */
export function TextingBanner() {
  const words = useWords().texting;
  const texting = useQuery(textingQuery).data;
  if (texting?.state !== 'stopped') return null;
  return (
    <div className="connection" role="status">
      <p>
        <MessageSquareOff aria-hidden />
        <span>
          {words.stopped} {texting.why} {texting.nextStep}{' '}
          {texting.waiting > 0 && words.keptBack(texting.waiting)}
        </span>
      </p>
    </div>
  );
}
