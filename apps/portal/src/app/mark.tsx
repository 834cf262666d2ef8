import { KeyRound } from 'lucide-react';

/** The product's sign. */
export function Mark() {
  return (
    <span className="mark" aria-hidden>
      <KeyRound />
    </span>
  );
}
