import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, LifeBuoy } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { useNavigate, useParams } from 'react-router';
import { askSupport, contactKeys, contactQuery } from '../../api/contacts.ts';
import { usePlace } from '../../app/use-place.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { useSubmission } from '../../forms/use-submission.ts';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { Window } from '../../ui/window.tsx';
import { WindowForm } from '../../ui/window-form.tsx';
import { useWords } from '../../words/words.tsx';
import type { Done } from '../site/done-notice.tsx';

/** Verdicts of the line check that somebody may know better. */
const DISPUTABLE = ['not_a_cell_phone', 'not_a_phone_number', 'may_not_get_texts', 'could_not_check'];

/** Asks support about a contact; everything that is known goes with it. */
export function AskSupportWindow() {
  const words = useWords();
  const own = words.support;
  const { siteId = '', contactId = '' } = useParams();
  const navigate = useNavigate();
  const place = usePlace(siteId);
  const client = useQueryClient();
  const contact = useQuery(contactQuery(contactId));
  const draft = useKeptDraft(`ask-support.${contactId}`, { message: '', disputed: false }, () => []);
  const name = contact.data?.name ?? '';
  const asking = useSubmission(draft, {
    send: ({ message, disputed }) =>
      askSupport(contactId, { message: message.trim() === '' ? null : message, disputedCheck: disputed }),
    onTaken: () => {
      void client.invalidateQueries({ queryKey: contactKeys.one(contactId) });
      void navigate(place.page, {
        state: { done: 'asked', name, contactId } satisfies Done,
        preventScrollReset: true,
      });
    },
  });
  return (
    <Window
      title={contact.data === undefined ? own.ask : own.title(name)}
      onClose={() => void navigate(place.page, { preventScrollReset: true })}
    >
      <WindowForm
        draft={draft}
        saving={asking}
        onSubmit={() => asking.mutate(draft.values)}
        submit={own.ask}
        submitting={own.asking}
        icon={<LifeBuoy aria-hidden />}
      >
        <p>{own.intro}</p>
        {contact.data !== undefined && DISPUTABLE.includes(contact.data.chip.kind) && (
          <Checkbox
            className="checkbox"
            isSelected={draft.values.disputed}
            onChange={(chosen) => draft.set('disputed', chosen)}
          >
            <span className="checkbox-box" aria-hidden>
              <Check />
            </span>
            {own.disputed(contact.data.chip.text)}
          </Checkbox>
        )}
        <TextAreaField
          {...draft.field('message')}
          label={own.message}
          hint={own.messageHint}
          optional
          startsFocused
        />
      </WindowForm>
    </Window>
  );
}
