import { CircleCheck, TriangleAlert, Users } from 'lucide-react';
import type { Reachability } from '../../api/sites.ts';
import { Badge } from '../../ui/badge.tsx';
import { useWords } from '../../words/words.tsx';

/** "2 of 4 can be texted now", and whether that is enough. */
export function ReachabilityBadge({ reachability }: { readonly reachability: Reachability }) {
  const words = useWords().reachability;
  const { reachable, contacts, minimum, meetsMinimum } = reachability;
  const missing = words.missing(minimum - reachable, minimum);
  return (
    <div className="reachability">
      <span className="reachability-count">
        {contacts === 0 ? words.noContacts : words.canBeTexted(reachable, contacts)}
      </span>
      {meetsMinimum ? (
        <Badge colour="green" icon={CircleCheck}>
          {words.met(minimum)}
        </Badge>
      ) : (
        <Badge colour={contacts === 0 ? 'grey' : 'amber'} icon={contacts === 0 ? Users : TriangleAlert}>
          {missing}
        </Badge>
      )}
    </div>
  );
}
