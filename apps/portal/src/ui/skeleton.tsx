import { useWords } from '../words/words.tsx';
import { LiveStatus } from './live-status.tsx';

interface SkeletonProps {
  readonly lines: number;
  readonly kind?: 'rows' | 'text';
  readonly label?: string;
}

/** Holds the place of what is being loaded, so that nothing jumps; says so to screen readers. */
export function Skeleton({ lines, kind = 'rows', label }: SkeletonProps) {
  const words = useWords();
  return (
    <LiveStatus className={`skeleton skeleton-${kind}`}>
      <span className="visually-hidden">{label ?? words.common.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="skeleton-line" />
      ))}
    </LiveStatus>
  );
}
