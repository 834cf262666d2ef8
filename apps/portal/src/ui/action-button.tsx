import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

interface ActionButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'isPending'> {
  readonly tone?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Words to show while it works; it can't be pressed again meanwhile and keeps focus. */
  readonly pendingWords?: string | null;
}

export function ActionButton({ tone = 'secondary', icon, children, pendingWords = null, ...props }: ActionButtonProps) {
  return (
    <Button {...props} className={`button button-${tone}`} isPending={pendingWords !== null}>
      {icon}
      <span>{pendingWords ?? children}</span>
    </Button>
  );
}
