import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/session.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useWords } from '../../words/words.tsx';
import { PeopleSection } from './people-section.tsx';

/** The people of the dealer, and of the company for its admins. */
export function PeoplePage() {
  const words = useWords().people;
  const me = useQuery(meQuery).data;
  if (me === null || me === undefined) return null;
  return (
    <>
      <PageHeading tab={words.title}>{words.title}</PageHeading>
      {me.actions.includes('people:manage') && me.dealer !== null && (
        <PeopleSection
          key={me.dealer.id}
          place="dealer"
          title={me.dealer.name}
          intro={words.intro}
          ownEmail={me.email}
        />
      )}
      {me.actions.includes('company_people:manage') && (
        <PeopleSection
          place="company"
          title={words.companyTitle}
          intro={words.companyIntro}
          ownEmail={me.email}
        />
      )}
    </>
  );
}
