import { useWords } from '../words/words.tsx';

interface SkeletonProps {
  readonly lines: number;
  readonly kind?: 'rows' | 'text';
  readonly label?: string;
}

/** Holds the place of what is being loaded, so that nothing jumps; says so to screen readers. */
export function Skeleton({ lines, kind = 'rows', label }: SkeletonProps) {
  const words = useWords();
  return (
    <div className={`skeleton skeleton-${kind}`} role="status">
      <span className="visually-hidden">{label ?? words.common.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="skeleton-line" />
      ))}
    </div>
  );
}
