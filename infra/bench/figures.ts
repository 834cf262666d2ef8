import { median, spread } from './statistics.ts';

/** One measured figure of the table. */
interface Figure {
  /** What was measured. */
  readonly name: string;
  readonly unit: string;
  /** One value per round. */
  readonly ours: readonly number[];
  /** The plain alternative beside it, measured in the same rounds; null: none. */
  readonly against: { readonly name: string; readonly values: readonly number[] } | null;
  /** What is to be reached: of the ratio where there is an alternative, else of the figure. Null: only reported. */
  readonly aim: { readonly kind: 'at least' | 'at most'; readonly value: number } | null;
}

/** A line that could not be measured here, and why. */
interface Skipped {
  readonly name: string;
  readonly skipped: string;
}

export type Line = Figure | Skipped;

/** Three significant digits at most. */
export const plain = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(value < 1 ? 2 : 3)));
};

/** How often the alternative's value ours is. */
export const ratioOf = ({ ours, against }: Figure): number | null =>
  against === null ? null : median(ours) / median(against.values);

/** Null where nothing is to be reached. */
export const isReached = (figure: Figure): boolean | null => {
  if (figure.aim === null) return null;
  const value = ratioOf(figure) ?? median(figure.ours);
  return figure.aim.kind === 'at least' ? value >= figure.aim.value : value <= figure.aim.value;
};

const cell = (values: readonly number[], unit: string): string =>
  `${plain(median(values))} ${unit}${values.length > 1 ? ` ±${Math.round((spread(values) / 2) * 100)} %` : ''}`;

const row = (line: Line): string[] => {
  if ('skipped' in line) return [line.name, `skipped: ${line.skipped}`, '', '', '', ''];
  const ratio = ratioOf(line);
  const reached = isReached(line);
  return [
    line.name,
    cell(line.ours, line.unit),
    line.against === null ? '–' : `${line.against.name}: ${cell(line.against.values, line.unit)}`,
    ratio === null ? '–' : plain(ratio),
    line.aim === null
      ? 'reported'
      : `${line.aim.kind === 'at least' ? '≥' : '≤'} ${plain(line.aim.value)}${ratio === null ? ` ${line.unit}` : ''}`,
    reached === null ? '' : reached ? 'yes' : '**no**',
  ];
};

/** The figures as a Markdown table: medians of the rounds, half the distance between the extremes as ±. */
export const markdownTable = (lines: readonly Line[]): string => {
  const head = ['figure', 'Keyholder', 'plain alternative', 'ratio', 'aim', 'reached'];
  const rows = [head, head.map(() => '---'), ...lines.map(row)];
  return rows
    .map((cells) => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
};
