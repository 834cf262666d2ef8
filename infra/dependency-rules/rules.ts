import type { IForbiddenRuleType } from 'dependency-cruiser';

// Who may import whom. Each rule has a folder of its name in fixtures/ that it must reject; fixtures/allowed holds what
// all of them must let through.

/** Folders of apps/api/src that are slices of the product: who asks, what is done, what is answered. */
const SLICES = [
  'accounts',
  'api-keys',
  'audit',
  'companies',
  'branding',
  'bulk',
  'contacts',
  'home',
  'evidence',
  'live',
  'people',
  'phone-checks',
  'provider-events',
  'publishing',
  'replies',
  'sites',
  'support',
  'texts',
  'webhooks',
  'welcome',
  'welcome-page',
];
const SLICE = `^apps/api/src/(${SLICES.join('|')})/`;
/** What one slice may know of another. */
const FACE_OF_SLICE = '^apps/api/src/[^/]+/((commands|queries)/[^/]+|[^/]+\\.schemas)\\.ts$';
const ADAPTERS = '^apps/api/src/adapters/';
/** Modules and the programs' entry files are where slices and adapters are put together. */
const WIRING = '\\.module\\.ts$';
const NPM = '(^|/)node_modules/';
const WORKSPACE = '^(packages|apps|infra)/';
const PURE_LIBRARIES =
  '(^|/)node_modules/(@types/)?(libphonenumber-js|handlebars|sms-segments-calculator|culori)/';

/** The rules, as dependency-cruiser takes them. */
export const rules: readonly (IForbiddenRuleType & { readonly name: string })[] = [
  {
    name: 'domain-is-pure',
    comment: 'The domain imports itself and pure libraries: no framework, no Node, no other package.',
    severity: 'error',
    from: { path: '^packages/domain/src/' },
    to: { pathNot: ['^packages/domain/src/', PURE_LIBRARIES] },
  },
  {
    name: 'slice-keeps-its-inside',
    comment:
      'A slice of the API does not import the inside of another: only what is sent over the bus (commands, queries), the shapes of answers (schemas), and of texts/ the ways to queue and to move on a text.',
    severity: 'error',
    from: { path: SLICE, pathNot: WIRING },
    to: { path: SLICE, pathNot: ['^apps/api/src/$1/', FACE_OF_SLICE, '^apps/api/src/texts/[^/]+$'] },
  },
  {
    name: 'module-imports-only-modules-of-slices',
    comment: "A slice's module may name another slice's module, nothing else of it.",
    severity: 'error',
    from: { path: `${SLICE}.*${WIRING}` },
    to: { path: SLICE, pathNot: ['^apps/api/src/$1/', WIRING] },
  },
  {
    name: 'slice-uses-ports-not-adapters',
    comment: 'A slice imports the domain and its ports; of adapters/ only the read database, for queries.',
    severity: 'error',
    from: { path: SLICE, pathNot: WIRING },
    to: { path: ADAPTERS, pathNot: '^apps/api/src/adapters/postgres/read-database\\.ts$' },
  },
  {
    name: 'only-queries-read-the-database',
    comment: 'Commands load and save through repositories.',
    severity: 'error',
    from: { path: SLICE, pathNot: [WIRING, '/queries/'] },
    to: { path: '^apps/api/src/adapters/postgres/read-database\\.ts$' },
  },
  {
    name: 'adapter-knows-no-slice',
    comment: 'Adapters implement ports of the domain; a module wires them.',
    severity: 'error',
    from: { path: ADAPTERS },
    to: { path: SLICE },
  },
  {
    name: 'ports-know-no-implementation',
    comment: 'A port, a trace too, is what the inside asks for; neither adapters nor slices are known there.',
    severity: 'error',
    from: { path: '^apps/api/src/(ports|tracing)/' },
    to: { path: [ADAPTERS, SLICE] },
  },
  {
    name: 'recorder-of-traces-is-loaded-when-wanted',
    comment:
      'OpenTelemetry’s recorder costs start time and memory: it is imported where traces are wanted, at that moment.',
    severity: 'error',
    from: { path: '^apps/api/src/', pathNot: '^apps/api/src/tracing/span-recorder\\.ts$' },
    to: {
      path: '^apps/api/src/tracing/span-recorder\\.ts$|/@opentelemetry/(sdk-trace|exporter-trace-otlp-http)/',
      dynamic: false,
    },
  },
  {
    name: 'api-runs-without-the-test-tools',
    comment: 'The sandbox is reached by HTTP, the local Postgres by its address; the portal is files.',
    severity: 'error',
    from: { path: '^apps/api/src/' },
    to: { path: '^(packages/(twilio-sandbox|local-postgres|api-client)|apps/portal|infra)/' },
  },
  {
    name: 'portal-knows-the-api-by-its-client',
    comment: 'The portal imports itself, the generated client, the domain and npm libraries.',
    severity: 'error',
    from: { path: '^apps/portal/src/' },
    to: { path: WORKSPACE, pathNot: ['^apps/portal/', '^packages/(api-client|domain)/', NPM] },
  },
  {
    name: 'browser-code-imports-no-node',
    comment: 'The portal, the client and the pages run in a browser.',
    severity: 'error',
    from: { path: '^(apps/portal/src|packages/api-client/src)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'welcome-knows-only-the-domain',
    comment: 'The pages know a brand as a value of the domain, and the API only through HTTP.',
    severity: 'error',
    from: { path: '^apps/welcome/(src|bundle)/' },
    to: { path: WORKSPACE, pathNot: ['^apps/welcome/', '^packages/domain/', NPM] },
  },
  {
    name: 'sandbox-stands-alone',
    comment: 'The sandbox plays Twilio: it knows phone numbers, and nothing of the program that talks to it.',
    severity: 'error',
    from: { path: '^packages/twilio-sandbox/src/' },
    to: { path: WORKSPACE, pathNot: ['^packages/(twilio-sandbox|domain)/', NPM] },
  },
  {
    name: 'tools-know-no-product',
    comment: 'The local Postgres and the API client know nothing of Keyholder.',
    severity: 'error',
    from: { path: '^packages/(local-postgres|api-client)/src/' },
    to: { path: WORKSPACE, pathNot: ['^packages/$1/', NPM] },
  },
  {
    name: 'sources-import-no-tests',
    comment: 'Test code stays out of what runs.',
    severity: 'error',
    from: { path: '^(packages|apps)/[^/]+/src/', pathNot: '\\.test\\.tsx?$' },
    to: { path: '^(packages|apps)/[^/]+/test/|\\.test\\.tsx?$' },
  },
  {
    name: 'no-circle',
    comment:
      'Files that need each other are one idea in two places. A circle through a mere type is none at run time.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];
