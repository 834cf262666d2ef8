import { Label, ProgressBar } from 'react-aria-components';
import { useCount } from '../../format/use-count.ts';
import { useWords } from '../../words/words.tsx';

interface RunProgressProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}

/** How far something is, as a bar and in numbers. */
export function RunProgress({ label, done, of }: RunProgressProps) {
  const words = useWords().bulk;
  const count = useCount();
  return (
    <ProgressBar
      className="progress"
      value={done}
      maxValue={Math.max(of, 1)}
      valueLabel={words.progress(count(done), count(of))}
    >
      {({ percentage, valueText }) => (
        <>
          <div className="progress-line">
            <Label>{label}</Label>
            <span className="digits">{valueText}</span>
          </div>
          <meter className="overview-bar" aria-hidden min={0} max={100} value={percentage ?? 0} />
        </>
      )}
    </ProgressBar>
  );
}
