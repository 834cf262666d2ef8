import { useId, type ReactNode } from 'react';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Stands beside the title, for example a button. */
  readonly beside?: ReactNode;
}

/** A section of a page in a frame, with its heading. */
export function Card({ title, children, beside }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-top">
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
