import type { ReactNode } from 'react';

/** What appears in here is read out at the next pause. It stays in the page while it is empty. */
export function LiveStatus({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    // An <output> may hold phrases only, and these hold paragraphs and lists.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className={className} role="status">
      {children}
    </div>
  );
}
