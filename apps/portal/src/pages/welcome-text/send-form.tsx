import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Send } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { contactKeys, type Contact } from '../../api/contacts.ts';
import { siteKeys } from '../../api/sites.ts';
import { sendWelcome, type Permission, type WelcomePreview } from '../../api/welcome-text.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { PermissionQuestion } from './permission-question.tsx';
import { QuickPermission } from './quick-permission.tsx';

interface SendFormProps {
  readonly contact: Contact;
  readonly preview: WelcomePreview;
  /** The answer to how permission was obtained sends at once: for a list that is worked through. */
  readonly quick?: boolean;
  readonly children: ReactNode;
  readonly onLater: () => void;
  readonly onSent: () => void;
}

/** Permission, what stands against sending, Send and Later. */
export function SendForm({ contact, preview, quick = false, children, onLater, onSent }: SendFormProps) {
  const words = useWords().welcomeText;
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [permission, setPermission] = useState<Permission | null>(null);
  const [tried, setTried] = useState(false);
  const [insists, setInsists] = useState(false);
  const sending = useMutation({
    mutationFn: (stated: Permission) =>
      sendWelcome(contact.id, { permission: stated, sendAnyway: preview.mayInsist && insists }),
    onSuccess: (sent) => {
      client.setQueryData(contactKeys.one(contact.id), sent);
      void client.invalidateQueries({ queryKey: siteKeys.one(contact.siteId) });
      onSent();
    },
    onError: () => void client.invalidateQueries({ queryKey: contactKeys.preview(contact.id) }),
  });
  const refused = preview.decision === 'refused' && !(preview.mayInsist && insists);
  const submit = (): void => {
    if (quick) return;
    setTried(true);
    if (permission === null) form.current?.querySelector<HTMLInputElement>('[name=permission]')?.focus();
    else if (!sending.isPending && !refused) sending.mutate(permission);
  };
  return (
    <form
      ref={form}
      noValidate
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="dialog-body form">
        {children}
        {preview.decision !== 'hand_over' && preview.decision !== 'refused' && (
          <Notice tone="warning">
            <p>{words.notTextable}</p>
          </Notice>
        )}
        {preview.decision === 'refused' && (
          <Notice tone="error" title={words.cannotSend}>
            <p>{preview.refusal}</p>
          </Notice>
        )}
        {preview.mayInsist && (
          <Checkbox className="checkbox" isSelected={insists} onChange={setInsists}>
            <span className="checkbox-box" aria-hidden>
              <Check />
            </span>
            {preview.decision === 'refused' ? words.insistUncertain : words.insistLandline}
          </Checkbox>
        )}
        {quick ? (
          <QuickPermission
            isDisabled={refused}
            pending={sending.isPending ? sending.variables : null}
            onAnswer={(stated) => {
              if (!sending.isPending && !refused) sending.mutate(stated);
            }}
          />
        ) : (
          <PermissionQuestion
            value={permission}
            missing={tried && permission === null}
            onChange={setPermission}
          />
        )}
        {sending.isError && <ProblemNotice error={sending.error} />}
      </div>
      <div className="dialog-footer">
        <ActionButton onPress={onLater}>{words.later}</ActionButton>
        {!quick && (
          <ActionButton
            type="submit"
            tone="primary"
            icon={<Send aria-hidden />}
            isDisabled={refused}
            pendingWords={sending.isPending ? words.sending : null}
          >
            {words.send}
          </ActionButton>
        )}
      </div>
    </form>
  );
}
