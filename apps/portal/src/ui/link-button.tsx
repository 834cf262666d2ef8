import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

interface LinkButtonProps extends Omit<LinkProps, 'className' | 'children'> {
  readonly tone?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Leads to another page or opens a window; looks like a button. */
export function LinkButton({ tone = 'secondary', icon, children, ...props }: LinkButtonProps) {
  return (
    <Link {...props} className={`button button-${tone}`}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}
