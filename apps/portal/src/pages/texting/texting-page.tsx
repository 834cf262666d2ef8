import { useQuery } from '@tanstack/react-query';
import { textingSettingsQuery } from '../../api/texting.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { TextingForm } from './texting-form.tsx';

/** What the dealer decides about reminders, quiet hours and line checks. */
export function TextingPage() {
  const words = useWords();
  const own = words.texting;
  const settings = useQuery(textingSettingsQuery);
  return (
    <>
      <PageHeading tab={own.title}>{own.title}</PageHeading>
      {settings.isError && <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton lines={4} label={words.common.loading} />}
      {settings.data !== undefined && <TextingForm settings={settings.data} />}
    </>
  );
}
