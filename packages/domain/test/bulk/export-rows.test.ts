import { expect, test } from 'vitest';
import { guessMapping, readCells } from '../../src/bulk/import-fields.ts';
import { EXPORT_COLUMNS, exportRow } from '../../src/bulk/export-rows.ts';
import { CONFIRMED, contact, NOW } from '../support/facts.ts';

const ana = {
  name: 'Ana Pérez',
  title: 'Owner',
  phone: '+12125550100',
  email: null,
  slotNumber: 3,
  emergencyContact: true,
  language: 'es' as const,
};
const site = { name: 'Ortiz Market', accountNumber: 'RA-1' };

test('a contact who would be texted', () => {
  const facts = contact({ agreement: CONFIRMED });
  expect(exportRow({ site, contact: ana, facts }, NOW)).toEqual([
    'RA-1',
    'Ortiz Market',
    '3',
    'Ana Pérez',
    'Owner',
    '+12125550100',
    '',
    'yes',
    'es',
    'yes',
    'confirmed',
    'listed',
  ]);
});

test('one who was removed', () => {
  expect(exportRow({ site, contact: ana, facts: null }, NOW).slice(-3)).toEqual(['no', '', 'removed']);
});

test.each(['=1+1', '+1', '-1', '@x', '\tx'])('%j is no formula', (name) => {
  const row = exportRow({ site, contact: { ...ana, name, title: name }, facts: contact() }, NOW);
  expect([row[3], row[4]]).toEqual([`'${name}`, `'${name}`]);
});

test('can be read by an import again', () => {
  const mapping = guessMapping(EXPORT_COLUMNS);
  expect(readCells(exportRow({ site, contact: ana, facts: contact() }, NOW), mapping)).toEqual({
    accountNumber: 'RA-1',
    siteName: 'Ortiz Market',
    slotNumber: '3',
    name: 'Ana Pérez',
    title: 'Owner',
    phone: '+12125550100',
    emergencyContact: 'yes',
    language: 'es',
  });
});
