import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'aria-label'> {
  readonly label: string;
  readonly children: ReactNode;
}

/** A button that shows only an icon; its label is read out and shown by the browser on hover. */
export function IconButton({ label, children, ...props }: IconButtonProps) {
  return (
    <Button {...props} aria-label={label} className="icon-button">
      {children}
    </Button>
  );
}
