import type { ReactNode } from 'react';
import type { Submittable } from '../forms/use-draft.ts';

interface DraftFormProps {
  readonly draft: Submittable;
  /** True while what was submitted is on its way: it is not submitted again. */
  readonly isPending: boolean;
  /** Nothing is missing or wrong. */
  readonly onSubmit: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form that is submitted once nothing in it is missing or wrong; else it shows what is. */
export function DraftForm({ draft, isPending, onSubmit, className, children }: DraftFormProps) {
  return (
    <form
      ref={draft.formRef}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && draft.trySubmit()) onSubmit();
      }}
    >
      {children}
    </form>
  );
}
