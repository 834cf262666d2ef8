import { useEffect, type ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';
import { useAnnounce } from '../live/announcer.tsx';

interface ActionButtonProps extends Omit<
  ButtonProps,
  'children' | 'className' | 'isPending' | 'onPress' | 'type' | 'autoFocus'
> {
  readonly tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Words to show and say while it works; it can't be pressed again meanwhile and keeps focus. */
  readonly pendingWords?: string | null;
  /** Has focus when it appears: the safe answer to a question that was just put. */
  readonly startsFocused?: boolean;
  readonly onPress?: () => void;
}

/**
 * A button. Its pending state is not React Aria's `isPending`, whose announcement refers to the button by id and is
 * left pointing at nothing once the button goes with its window.
 */
export function ActionButton(props: ActionButtonProps) {
  const {
    tone = 'secondary',
    type = 'button',
    icon,
    children,
    pendingWords = null,
    onPress,
    startsFocused = false,
    ...rest
  } = props;
  const announce = useAnnounce();
  const isPending = pendingWords !== null;
  useEffect(() => {
    if (pendingWords !== null) announce(pendingWords);
  }, [pendingWords, announce]);
  return (
    <Button
      {...rest}
      className={`button button-${tone}`}
      // Enter in a field presses the form's submit button; a pending one is none.
      type={isPending ? 'button' : type}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={startsFocused}
      aria-disabled={isPending}
      data-pending={isPending || undefined}
      onPress={() => {
        if (!isPending) onPress?.();
      }}
    >
      {icon}
      <span>{pendingWords ?? children}</span>
    </Button>
  );
}
