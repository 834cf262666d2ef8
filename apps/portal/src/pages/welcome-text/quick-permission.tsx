import { Send } from 'lucide-react';
import { useId } from 'react';
import { PERMISSIONS } from '@keyholder/domain/welcome/send-welcome';
import type { Permission } from '../../api/welcome-text.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useWords } from '../../words/words.tsx';

interface QuickPermissionProps {
  readonly isDisabled: boolean;
  /** Which answer is being sent. */
  readonly pending: Permission | null;
  readonly onAnswer: (permission: Permission) => void;
}

/** How permission was obtained, each answer a button that sends: one press less, and nothing is chosen beforehand. */
export function QuickPermission({ isDisabled, pending, onAnswer }: QuickPermissionProps) {
  const words = useWords().welcomeText;
  const id = useId();
  return (
    <fieldset className="quick-permission" aria-describedby={id}>
      <legend className="field-label">{words.permission}</legend>
      <p className="field-hint" id={id}>
        {words.permissionHint} {words.quickHint}
      </p>
      <div className="contact-actions">
        {PERMISSIONS.map((permission) => (
          <ActionButton
            key={permission}
            tone="primary"
            icon={<Send aria-hidden />}
            isDisabled={isDisabled}
            pendingWords={pending === permission ? words.sending : null}
            onPress={() => {
              onAnswer(permission);
            }}
          >
            {words.quickSend(words.permissions[permission])}
          </ActionButton>
        ))}
      </div>
    </fieldset>
  );
}
