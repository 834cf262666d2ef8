import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What one can do about it, or what would appear here. */
  readonly children: ReactNode;
}

/** Stands where a list would be that has nothing in it. */
export function Empty({ icon: Icon, title, children }: EmptyProps) {
  return (
    <section className="empty">
      <Icon className="empty-icon" aria-hidden />
      <h2>{title}</h2>
      {children}
    </section>
  );
}
