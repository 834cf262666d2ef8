import { describe, expect, test } from 'vitest';
import {
  judgeLineType,
  LINE_TYPES,
  sendPermission,
  UNCHECKED,
  type LineCheckResult,
  type LineType,
  type SendPermission,
} from '../../src/phone/line-type.ts';
import { checkByLookup, checkByNumberingPlan } from '../../src/phone/line-type-lookup.ts';
import { NOW } from '../support/facts.ts';

const TABLE: Record<LineType, readonly [LineCheckResult, SendPermission]> = {
  mobile: ['valid', 'may_send'],
  nonFixedVoip: ['valid', 'may_send'],
  fixedVoip: ['may_not_get_texts', 'may_send'],
  landline: ['not_textable', 'only_if_insisted'],
  tollFree: ['not_textable', 'only_if_insisted'],
  uan: ['not_textable', 'only_if_insisted'],
  premium: ['not_textable', 'never'],
  sharedCost: ['not_textable', 'never'],
  pager: ['not_textable', 'never'],
  voicemail: ['not_textable', 'never'],
  personal: ['inconclusive', 'may_send'],
  unknown: ['inconclusive', 'may_send'],
};

describe('line types', () => {
  test.each(LINE_TYPES.map((type) => [type, ...TABLE[type]] as const))(
    '%s: %s, %s',
    (lineType, result, permission) => {
      expect(judgeLineType(lineType)).toBe(result);
      expect(sendPermission({ result, lineType })).toBe(permission);
      const check = checkByLookup({ kind: 'line', lineType, carrier: 'Verizon', country: 'US' }, NOW);
      expect(check).toEqual({ result, lineType, carrier: 'Verizon', country: 'US', checkedAt: NOW });
    },
  );

  test.each<[LineCheckResult, SendPermission]>([
    ['unchecked', 'may_send'],
    ['valid', 'may_send'],
    ['may_not_get_texts', 'may_send'],
    ['inconclusive', 'may_send'],
    ['not_textable', 'never'],
    ['not_a_number', 'never'],
  ])('%s without a line type: %s', (result, permission) => {
    expect(sendPermission({ result, lineType: null })).toBe(permission);
  });

  test('a look-up that is no verdict, or that knows no such number', () => {
    const nothing = { ...UNCHECKED, checkedAt: NOW };
    expect(checkByLookup({ kind: 'no_verdict', providerCode: '60600' }, NOW)).toEqual({
      ...nothing,
      result: 'inconclusive',
    });
    expect(checkByLookup({ kind: 'not_a_number' }, NOW)).toEqual({ ...nothing, result: 'not_a_number' });
  });

  test('the numbering plan alone gives the same verdict as a look-up would', () => {
    const phone = {
      e164: '+33142345678',
      country: 'FR',
      national: '01 42 34 56 78',
      plannedLineType: 'landline',
    } as const;
    expect(checkByNumberingPlan(phone, NOW)).toEqual({
      result: 'not_textable',
      lineType: 'landline',
      carrier: null,
      country: 'FR',
      checkedAt: NOW,
    });
    expect(checkByNumberingPlan({ ...phone, plannedLineType: null }, NOW)).toBeNull();
  });
});
