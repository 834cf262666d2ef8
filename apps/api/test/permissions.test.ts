import { describe, expect, it } from 'vitest';
import { actForCompany, actForDealer, actForPlatform } from '../src/http/acting.ts';
import { ProblemError } from '../src/http/problem.ts';
import type { Identity, Membership } from '../src/ports/caller.ts';
import { keyMay, PERMISSIONS, roleMay, ROLES, SCOPES } from '../src/ports/permissions.ts';

const COMPANY = '019ac000-0000-7000-8000-0000000000c1';
const OTHER_COMPANY = '019ac000-0000-7000-8000-0000000000c2';
const NORTH = '019ac000-0000-7000-8000-0000000000d1';
const SOUTH = '019ac000-0000-7000-8000-0000000000d2';

const person = (...memberships: Membership[]): Identity => ({
  kind: 'person',
  id: 'p',
  name: 'Pat',
  email: 'pat@example.com',
  scopes: null,
  memberships,
  from: { address: '192.0.2.1', userAgent: null },
});

const admin = (companyId: string, ...dealerIds: string[]): Membership => ({
  role: 'company_admin',
  companyId,
  dealerIds,
});
const at = (dealerId: string, role: 'dealer_admin' | 'dealer_user' = 'dealer_admin'): Membership => ({
  role,
  companyId: COMPANY,
  dealerId,
});

const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.status} ${error.problem.code}`;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('the permission table', () => {
  it('gives each level to the roles that can act there, and to no other', () => {
    const atLevel = {
      self: ROLES,
      dealer: ROLES.slice(1),
      company: ['company_admin'],
      platform: ['support'],
    };
    for (const { action, level, roles, apiKey } of PERMISSIONS) {
      expect(roles.length, action).toBeGreaterThan(0);
      for (const role of roles) expect(atLevel[level], action).toContain(role);
      if (apiKey) expect(['self', 'dealer'], action).toContain(level);
    }
  });

  it('lets a mightier role do all that a lesser one may, at a dealer', () => {
    for (const { action, level } of PERMISSIONS.filter((one) => one.level === 'dealer')) {
      expect(level).toBe('dealer');
      if (roleMay('dealer_user', action)) expect(roleMay('dealer_admin', action), action).toBe(true);
      if (roleMay('dealer_admin', action)) expect(roleMay('company_admin', action), action).toBe(true);
    }
  });

  it('lets no key make people, keys or settings, whatever scopes it claims', () => {
    for (const action of ['people:manage', 'api_keys:manage', 'dealer_settings:write'] as const) {
      expect(keyMay(null, action)).toBe(false);
      expect(keyMay([action as never], action)).toBe(false);
    }
    expect(keyMay(['contacts:read'], 'contacts:read')).toBe(true);
    expect(keyMay(['contacts:read'], 'contacts:write')).toBe(false);
    expect(keyMay([], 'contacts:read')).toBe(false);
    for (const scope of SCOPES) expect(keyMay(null, scope)).toBe(true);
  });
});

describe('for whom somebody acts', () => {
  it('is the only dealer where none is named', () => {
    expect(actForDealer(person(at(NORTH)), null, 'en')).toMatchObject({
      role: 'dealer_admin',
      tenant: { companyId: COMPANY, dealerId: NORTH },
    });
    expect(actForDealer(person(admin(COMPANY, NORTH)), null, 'en')).toMatchObject({
      role: 'company_admin',
      tenant: { companyId: COMPANY, dealerId: NORTH },
    });
  });

  it('is the named dealer of several, with the mightiest role there', () => {
    const both = person(at(NORTH, 'dealer_user'), at(NORTH), at(SOUTH, 'dealer_user'));
    expect(actForDealer(both, NORTH, 'en').role).toBe('dealer_admin');
    expect(actForDealer(both, SOUTH, 'en')).toMatchObject({
      role: 'dealer_user',
      tenant: { dealerId: SOUTH },
    });
    expect(actForDealer(person(at(NORTH), admin(COMPANY, NORTH)), NORTH, 'en').role).toBe('company_admin');
  });

  it.each([
    ['several dealers and none named', person(at(NORTH), at(SOUTH)), null, '400 dealer-needed'],
    ['a company with several', person(admin(COMPANY, NORTH, SOUTH)), null, '400 dealer-needed'],
    ['another dealer', person(at(NORTH)), SOUTH, '403 dealer-not-yours'],
    ['a dealer of another company', person(admin(COMPANY)), SOUTH, '403 dealer-not-yours'],
    ['support', person({ role: 'support' }), null, '403 forbidden'],
    ['support that names one', person({ role: 'support' }), NORTH, '403 dealer-not-yours'],
    ['nobody any more', person(), null, '403 forbidden'],
  ])('is refused: %s', (_, identity, named, refusal) => {
    expect(refusalOf(() => actForDealer(identity, named, 'en'))).toBe(refusal);
  });

  it('is the company that is named, or whose dealer is, or the only one', () => {
    const one = person(admin(COMPANY, NORTH));
    const two = person(admin(COMPANY, NORTH), admin(OTHER_COMPANY));
    const nothing = { companyId: null, dealerId: null };
    const tenant = { companyId: COMPANY, dealerId: null };
    expect(actForCompany(one, nothing, 'en').tenant).toEqual(tenant);
    expect(actForCompany(two, { companyId: COMPANY, dealerId: null }, 'en').tenant).toEqual(tenant);
    expect(actForCompany(two, { companyId: null, dealerId: NORTH }, 'en').tenant).toEqual(tenant);
    expect(refusalOf(() => actForCompany(two, nothing, 'en'))).toBe('400 company-needed');
    expect(refusalOf(() => actForCompany(one, { companyId: OTHER_COMPANY, dealerId: null }, 'en'))).toBe(
      '403 company-not-yours',
    );
    expect(refusalOf(() => actForCompany(one, { companyId: null, dealerId: SOUTH }, 'en'))).toBe(
      '403 dealer-not-yours',
    );
    expect(refusalOf(() => actForCompany(person(at(NORTH)), nothing, 'en'))).toBe('403 forbidden');
  });

  it('is the platform for its support only', () => {
    expect(actForPlatform(person({ role: 'support' }), 'fr').role).toBe('support');
    expect(refusalOf(() => actForPlatform(person(admin(COMPANY), at(NORTH)), 'en'))).toBe('403 forbidden');
  });
});
