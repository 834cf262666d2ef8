import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/session.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useWords } from '../../words/words.tsx';
import { EmailSection } from './email-section.tsx';
import { NameSection } from './name-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** What somebody manages of their own account. */
export function AccountPage() {
  const words = useWords();
  const me = useQuery(meQuery).data;
  if (me === null || me === undefined) return null;
  return (
    <div className="narrow-page">
      <PageHeading tab={words.account.title}>{words.account.title}</PageHeading>
      <NameSection name={me.name} />
      <EmailSection email={me.email ?? ''} />
      <PasswordSection email={me.email ?? ''} />
      <SecondFactorSection />
      <SessionsSection />
    </div>
  );
}
