import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, LifeBuoy } from 'lucide-react';
import { useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import { useNavigate, useParams } from 'react-router';
import { askSupport, contactKeys, contactQuery } from '../../api/contacts.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import { usePlace } from '../../app/use-place.ts';
import { useKeptDraft } from '../../forms/use-kept-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { KeptNotice } from '../../ui/kept-notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { useDiscardQuestion } from '../../ui/use-discard-question.ts';
import { WindowFooter } from '../../ui/window-footer.tsx';
import { Window } from '../../ui/window.tsx';
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
  const form = useRef<HTMLFormElement>(null);
  const draft = useKeptDraft(`ask-support.${contactId}`, { message: '', disputed: false }, () => [], form);
  const { message, disputed } = draft.values;
  const name = contact.data?.name ?? '';
  const asking = useMutation({
    mutationFn: () =>
      askSupport(contactId, { message: message.trim() === '' ? null : message, disputedCheck: disputed }),
    onSuccess: () => {
      draft.forget();
      void client.invalidateQueries({ queryKey: contactKeys.one(contactId) });
      void navigate(place.page, {
        state: { done: 'asked', name, contactId } satisfies Done,
        preventScrollReset: true,
      });
    },
  });
  const leave = (): void => {
    draft.forget();
    void navigate(place.page, { preventScrollReset: true });
  };
  const discarding = useDiscardQuestion(draft.changed, leave);
  return (
    <Window title={contact.data === undefined ? own.ask : own.title(name)} onClose={discarding.onClose}>
      <form
        ref={form}
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!asking.isPending) asking.mutate();
        }}
      >
        <div className="dialog-body form">
          <p>{own.intro}</p>
          <KeptNotice of={draft} />
          {asking.isError && <ProblemNotice error={asking.error} />}
          {contact.data !== undefined && DISPUTABLE.includes(contact.data.chip.kind) && (
            <Checkbox
              className="checkbox"
              isSelected={disputed}
              onChange={(chosen) => draft.set('disputed', chosen)}
            >
              <span className="checkbox-box" aria-hidden>
                <Check />
              </span>
              {own.disputed(contact.data.chip.text)}
            </Checkbox>
          )}
          <TextAreaField
            label={own.message}
            hint={own.messageHint}
            optional
            startsFocused
            value={message}
            onChange={(typed) => draft.set('message', typed)}
            error={fieldErrorsOf(asking.error).find(({ field }) => field === 'message') ?? null}
          />
        </div>
        <WindowFooter discarding={discarding}>
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton
            type="submit"
            tone="primary"
            icon={<LifeBuoy aria-hidden />}
            pendingWords={asking.isPending ? own.asking : null}
          >
            {own.ask}
          </ActionButton>
        </WindowFooter>
      </form>
    </Window>
  );
}
