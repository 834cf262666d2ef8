import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_KEY_LIFE_MAX_DAYS, checkApiKey } from '../../src/account/api-key-details.ts';
import { checkDailyCeiling, DAILY_CEILING_MAX, dayOf } from '../../src/account/company-details.ts';
import { checkInvitation, invitationState } from '../../src/account/invitation.ts';
import { changeRole, type Member, type MemberRole } from '../../src/account/member.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const DEALER = { companyId: 'c', dealerId: 'd' };
const COMPANY = { companyId: 'c', dealerId: null };

describe('a change of roles', () => {
  const admin: Member = { userId: 'a', role: 'dealer_admin' };
  const user: Member = { userId: 'u', role: 'dealer_user' };
  const owner: Member = { userId: 'o', role: 'company_admin' };

  it.each([
    ['the only admin leaves', [admin, user], 'a', null, 'last_admin'],
    ['the only admin becomes a user', [admin, user], 'a', 'dealer_user', 'last_admin'],
    ['the only admin stays one', [admin, user], 'a', 'dealer_admin', false],
    ['the only admin of a company leaves', [owner], 'o', null, 'last_admin'],
    ['one of two admins leaves', [admin, { ...admin, userId: 'b' }], 'a', null, true],
    ['a user leaves', [admin, user], 'u', null, true],
    ['a user becomes an admin', [admin, user], 'u', 'dealer_admin', true],
    ['a stranger changes', [admin, user], 'x', 'dealer_user', 'no_member'],
  ] as const)('%s', (_, members, userId, role, outcome) => {
    const result = changeRole(members, userId, role);
    expect(result.ok ? result.value.changed : result.error.code).toBe(outcome);
  });

  it('never leaves a place that had an admin without one', () => {
    const roles = fc.constantFrom<MemberRole>('dealer_admin', 'dealer_user');
    fc.assert(
      fc.property(
        fc.array(roles, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.option(roles),
        (before, at, role) => {
          const members = before.map((one, index) => ({ userId: String(index), role: one }));
          const userId = String(at % members.length);
          const isAdmin = (member: Member): boolean => member.role === 'dealer_admin';
          fc.pre(members.some(isAdmin));
          if (!changeRole(members, userId, role).ok) return;
          const after = members.flatMap((member) => {
            if (member.userId !== userId) return [member];
            return role === null ? [] : [{ userId, role }];
          });
          expect(after.some(isAdmin)).toBe(true);
        },
      ),
    );
  });
});

describe('an invitation', () => {
  it.each([
    [DEALER, 'dealer_user', true],
    [DEALER, 'dealer_admin', true],
    [DEALER, 'company_admin', false],
    [DEALER, 'support', false],
    [COMPANY, 'company_admin', true],
    [COMPANY, 'dealer_admin', false],
  ])('at %o as %s: %s', (place, role, isGood) => {
    expect(checkInvitation({ email: 'kim@x.example', role }, place).ok).toBe(isGood);
  });

  it('goes to the address as people sign in with it', () => {
    const checked = checkInvitation({ email: ' Kim@X.example ', role: 'dealer_user' }, DEALER);
    expect(checked).toEqual({ ok: true, value: { email: 'kim@x.example', role: 'dealer_user' } });
    expect(checkInvitation({ email: 'kim', role: 'boss' }, DEALER)).toMatchObject({
      error: [{ field: 'email' }, { field: 'role' }],
    });
  });

  it.each([
    [{}, 'open'],
    [{ acceptedAt: NOW }, 'accepted'],
    [{ revokedAt: NOW }, 'revoked'],
    [{ expiresAt: NOW }, 'expired'],
    [{ expiresAt: NOW, acceptedAt: NOW }, 'accepted'],
    [{ expiresAt: NOW, revokedAt: NOW }, 'revoked'],
  ] as const)('with %o is %s', (dates, state) => {
    const open = { expiresAt: new Date(NOW.getTime() + 1), acceptedAt: null, revokedAt: null };
    expect(invitationState({ ...open, ...dates }, NOW)).toBe(state);
  });
});

describe('an API key', () => {
  const known = ['a', 'b', 'c'];
  const key = { name: 'Bridge', scopes: ['c', 'a'], expiresAt: null };

  it('keeps its scopes in the order of the list, each once', () => {
    const checked = checkApiKey({ ...key, scopes: ['c', 'a', 'c'] }, known, NOW);
    expect(checked).toEqual({ ok: true, value: { name: 'Bridge', scopes: ['a', 'c'], expiresAt: null } });
  });

  it.each([
    [{ name: '' }, 'name', 'empty'],
    [{ scopes: [] }, 'scopes', 'empty'],
    [{ scopes: ['a', 'x'] }, 'scopes', 'unknown'],
    [{ expiresAt: NOW }, 'expiresAt', 'past'],
    [{ expiresAt: new Date(NOW.getTime() + API_KEY_LIFE_MAX_DAYS * DAY_MS + 1) }, 'expiresAt', 'too_late'],
  ])('with %o is refused', (wrong, field, code) => {
    expect(checkApiKey({ ...key, ...wrong }, known, NOW)).toMatchObject({ error: [{ field, code }] });
  });

  it.each([[1], [API_KEY_LIFE_MAX_DAYS * DAY_MS]])('may live for %d ms', (life) => {
    expect(checkApiKey({ ...key, expiresAt: new Date(NOW.getTime() + life) }, known, NOW).ok).toBe(true);
  });
});

describe('the daily ceiling', () => {
  it.each([
    [0, true],
    [DAILY_CEILING_MAX, true],
    [DAILY_CEILING_MAX + 1, false],
    [-1, false],
    [1.5, false],
    [Number.NaN, false],
  ])('%d: %s', (input, isGood) => {
    expect(checkDailyCeiling(input).ok).toBe(isGood);
  });

  it.each([
    ['2026-12-31T23:59:59.999Z', '2026-12-31', '2027-01-01T00:00:00.000Z'],
    ['2026-11-25T00:00:00.000Z', '2026-11-25', '2026-11-26T00:00:00.000Z'],
  ])('the day of %s is %s', (at, day, next) => {
    const { day: found, nextDay } = dayOf(new Date(at));
    expect([found, nextDay.toISOString()]).toEqual([day, next]);
  });
});
