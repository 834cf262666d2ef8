import { expect, test } from 'vitest';
import { readCsv } from '../src/pages/bulk/read-csv.ts';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;

test.each([
  ['commas', 'Name,Phone\nAna,212 555 0100\n', [['Ana', '212 555 0100']]],
  ['semicolons', 'Name;Phone\r\nAna;212 555 0100\r\n', [['Ana', '212 555 0100']]],
  ['tabs', 'Name\tPhone\nAna\t1', [['Ana', '1']]],
  [
    'a mark before, blank lines, quotes',
    '\uFEFFName,Phone\n\n"Ana ""A"", Jr",1\n ,\n',
    [['Ana "A", Jr', '1']],
  ],
  ['a line break in a cell', 'Name,Phone\n"Ana\nPérez",1\n', [['Ana\nPérez', '1']]],
])('%s', (_name, text, rows) => {
  expect(readCsv(bytes(text))).toEqual({ columns: ['Name', 'Phone'], rows });
});

test('what an older spreadsheet writes', () => {
  const latin = new Uint8Array([0x4e, 0x6f, 0x6d, 0x0a, 0x5a, 0x6f, 0xe9]).buffer;
  expect(readCsv(latin)).toEqual({ columns: ['Nom'], rows: [['Zoé']] });
});

test.each(['', 'Name,Phone', 'Name,Phone\n\n'])('%j is no list', (text) => {
  expect(readCsv(bytes(text))).toBeNull();
});
