import Papa from 'papaparse';

/** A file of lines: its header and its rows. */
export interface CsvFile {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** UTF-8, or else what spreadsheets on older Windows write. */
const decode = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Reads a CSV file; null where it has no header line and a row. The separator is guessed. */
export const readCsv = (bytes: ArrayBuffer): CsvFile | null => {
  const { data } = Papa.parse<string[]>(decode(bytes), { skipEmptyLines: 'greedy' });
  const [columns, ...rows] = data;
  if (columns === undefined || rows.length === 0) return null;
  return { columns: columns.map((name) => name.trim()), rows };
};
