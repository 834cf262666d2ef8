/** What a person may be: of the platform, of a company, of a dealer. An API key acts within its scopes. */
export const ROLES = ['support', 'company_admin', 'dealer_admin', 'dealer_user'] as const;
export type Role = (typeof ROLES)[number];

/**
 * On whose behalf an action is done: one dealer, a company as a whole, the platform; or nobody's (`self`), for what
 * concerns only the one who asks.
 */
type Level = 'self' | 'dealer' | 'company' | 'platform';

type Row = readonly [
  level: Level,
  support: boolean,
  companyAdmin: boolean,
  dealerAdmin: boolean,
  dealerUser: boolean,
  apiKey: boolean,
];

const YES = true;
const no = false;

/**
 * Who may do what: the one place where it is decided. A company admin does what is a dealer's for each dealer of the
 * company. The last column says whether an API key may carry the action as a scope.
 */
// prettier-ignore
const TABLE = {
  // action                    level       support  company  dealer   dealer   API
  //                                                admin    admin    user     key
  'account:read':            [ 'self',     YES,     YES,     YES,     YES,     YES ],
  'account:write':           [ 'self',     YES,     YES,     YES,     YES,     no  ],

  'sites:read':              [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'sites:write':             [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'contacts:read':           [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'contacts:write':          [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'phones:check':            [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'welcome:send':            [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'imports:write':           [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'events:read':             [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'support:ask':             [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'evidence:read':           [ 'dealer',   no,      YES,     YES,     no,      YES ],
  'audit:read':              [ 'dealer',   no,      YES,     YES,     no,      YES ],
  'dealer_settings:read':    [ 'dealer',   no,      YES,     YES,     YES,     YES ],
  'dealer_settings:write':   [ 'dealer',   no,      YES,     YES,     no,      no  ],
  'webhooks:manage':         [ 'dealer',   no,      YES,     YES,     no,      YES ],
  'api_keys:manage':         [ 'dealer',   no,      YES,     YES,     no,      no  ],
  'people:manage':           [ 'dealer',   no,      YES,     YES,     no,      no  ],

  'company_webhooks:manage': [ 'company',  no,      YES,     no,      no,      no  ],
  'company_people:manage':   [ 'company',  no,      YES,     no,      no,      no  ],
  'company_audit:read':      [ 'company',  no,      YES,     no,      no,      no  ],
  'company_settings:read':   [ 'company',  no,      YES,     no,      no,      no  ],
  'company_settings:write':  [ 'company',  no,      YES,     no,      no,      no  ],
  'dealers:manage':          [ 'company',  no,      YES,     no,      no,      no  ],
  'brands:read':             [ 'company',  no,      YES,     no,      no,      no  ],
  'brands:write':            [ 'company',  no,      YES,     no,      no,      no  ],
  'brands:publish':          [ 'company',  no,      YES,     no,      no,      no  ],

  'support_cases:read':      [ 'platform', YES,     no,      no,      no,      no  ],
  'support_cases:answer':    [ 'platform', YES,     no,      no,      no,      no  ],
  'companies:manage':        [ 'platform', YES,     no,      no,      no,      no  ],
} as const satisfies Record<string, Row>;

/** Everything that can be allowed. */
export type Action = keyof typeof TABLE;
type ActionOf<L extends Level> = { [A in Action]: (typeof TABLE)[A][0] extends L ? A : never }[Action];
export type SelfAction = ActionOf<'self'>;
export type DealerAction = ActionOf<'dealer'>;
export type CompanyAction = ActionOf<'company'>;
export type PlatformAction = ActionOf<'platform'>;
/** An action that an API key can carry. */
export type Scope = { [A in Action]: (typeof TABLE)[A][5] extends true ? A : never }[Action];

/** One row of the table, by name. */
export interface Permission {
  readonly action: Action;
  readonly level: Level;
  readonly roles: readonly Role[];
  readonly apiKey: boolean;
}

/** The table, to be read by programs. */
export const PERMISSIONS: readonly Permission[] = (Object.entries(TABLE) as [Action, Row][]).map(
  ([action, [level, support, companyAdmin, dealerAdmin, dealerUser, apiKey]]) => {
    const may = [support, companyAdmin, dealerAdmin, dealerUser];
    return { action, level, roles: ROLES.filter((_, index) => may[index]), apiKey };
  },
);

/** The scopes that an API key can carry. */
export const SCOPES = PERMISSIONS.filter(({ apiKey }) => apiKey).map(({ action }) => action as Scope);

const BY_ACTION = new Map(PERMISSIONS.map((permission) => [permission.action, permission]));

/** Whether the table lets a role do something. */
export const roleMay = (role: Role, action: Action): boolean =>
  BY_ACTION.get(action)?.roles.includes(role) ?? false;

/**
 * Whether the table lets an API key do something.
 * @param scopes of the key; null: everything that a key can carry
 */
export const keyMay = (scopes: readonly Scope[] | null, action: Action): boolean =>
  (BY_ACTION.get(action)?.apiKey ?? false) && (scopes === null || scopes.some((scope) => scope === action));
