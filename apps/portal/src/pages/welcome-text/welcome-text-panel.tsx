import { useQuery } from '@tanstack/react-query';
import type { Contact } from '../../api/contacts.ts';
import { previewQuery } from '../../api/welcome-text.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { PhonePreview } from './phone-preview.tsx';
import { SendForm } from './send-form.tsx';
import { TextItToMe } from './text-it-to-me.tsx';
import { TextLength } from './text-length.tsx';

interface WelcomeTextPanelProps {
  readonly contact: Contact;
  /** True right after the contact was created in the same window. */
  readonly isNew?: boolean;
  readonly quick?: boolean;
  readonly onLater: () => void;
  readonly onSent: () => void;
}

/** The text as it would go out now, and the question that has to be answered before it does. */
export function WelcomeTextPanel({
  contact,
  isNew = false,
  quick = false,
  onLater,
  onSent,
}: WelcomeTextPanelProps) {
  const words = useWords();
  const preview = useQuery(previewQuery(contact.id));
  if (preview.data === undefined) {
    return (
      <>
        <div className="dialog-body">
          {preview.isError ? (
            <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />
          ) : (
            <Skeleton lines={5} kind="text" label={words.welcomeText.preparing} />
          )}
        </div>
        <div className="dialog-footer">
          <ActionButton onPress={onLater}>{words.welcomeText.later}</ActionButton>
        </div>
      </>
    );
  }
  return (
    <SendForm contact={contact} preview={preview.data} quick={quick} onLater={onLater} onSent={onSent}>
      {isNew && <p className="lead">{words.welcomeText.created(contact.name)}</p>}
      <div className="preview">
        <PhonePreview preview={preview.data} to={contact.phoneDisplay} />
        <div className="text-about">
          <TextLength preview={preview.data} />
          <TextItToMe contactId={contact.id} />
        </div>
      </div>
    </SendForm>
  );
}
