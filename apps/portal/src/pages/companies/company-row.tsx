import { CircleCheck, CircleDashed, MessageSquarePlus, TriangleAlert } from 'lucide-react';
import type { PlatformCompany } from '../../api/companies.ts';
import { useCount } from '../../format/use-count.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useWords } from '../../words/words.tsx';

interface CompanyRowProps {
  readonly company: PlatformCompany;
  readonly onSetUp: () => void;
}

/** A company: how large it is, and what it still needs before it can text. */
export function CompanyRow({ company, onSetUp }: CompanyRowProps) {
  const words = useWords().companies;
  const count = useCount();
  const { name, createdAt, dealers, sites, contacts, admins, invited, brands, senders } = company;
  const brandNames = brands.map((brand) => `${brand.name} (/${brand.brandKey}/)`).join(', ');
  const isPublished = brands.some(({ published }) => published);
  return (
    <li className="plain-row">
      <div>
        <h2 className="row-title">{name}</h2>
        <p className="muted small">
          {words.made} <RelativeTime moment={createdAt} /> · {words.dealers(count(dealers), dealers)} ·{' '}
          {words.sites(count(sites), sites)} · {words.contacts(count(contacts), contacts)}
        </p>
        <p className="small">
          {words.brand} {brandNames}
        </p>
        <p className="small">
          {words.senders} {senders.length === 0 ? words.none : null}
          {senders.map(({ value, usedBy }) => (
            <span key={value} className="digits">
              {value} ({usedBy ?? words.unused}){' '}
            </span>
          ))}
        </p>
        <p className="badges">
          {senders.length === 0 && (
            <Badge colour="amber" icon={TriangleAlert}>
              {words.needsSender}
            </Badge>
          )}
          {admins === 0 && (
            <Badge colour={invited === null ? 'amber' : 'grey'} icon={CircleDashed}>
              {invited === null ? words.needsAdmin : words.waitsFor(invited)}
            </Badge>
          )}
          {isPublished ? (
            <Badge colour="green" icon={CircleCheck}>
              {words.published}
            </Badge>
          ) : (
            <Badge colour="grey" icon={CircleDashed}>
              {words.unpublished}
            </Badge>
          )}
        </p>
      </div>
      <div className="row-actions">
        <ActionButton
          icon={<MessageSquarePlus aria-hidden />}
          aria-label={words.setUpFor(name)}
          onPress={onSetUp}
        >
          {words.setUp}
        </ActionButton>
      </div>
    </li>
  );
}
