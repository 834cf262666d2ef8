import { countTests, type TestCount, type VitestReport } from './count-tests.ts';

/** What tests are about, by their file. The first that fits counts; what fits none is not told apart. */
const KINDS: readonly (readonly [kind: string, files: RegExp])[] = [
  ['outcomes of the provider', /\/test\/(?:uncertain-)?outcomes\.|\/twilio-sandbox\/test\//u],
  ['bad input', /\/test\/bad-input\/|\/test\/webhooks\.|\/parse-phone\.|\/plain-text\.|\/contact-details\./u],
  [
    'states of contact, page and replies',
    /\/test\/life\/|\/page-states\.|\/browser-behaviour\.|\/test\/replies|\/test\/contact\/|\/text-states\./u,
  ],
];

/** How many tests of each kind have run, in the order of {@link KINDS}; kinds of which none ran are left out. */
export function countsByKind(report: VitestReport): [kind: string, count: TestCount][] {
  const kindOf = (file: string): string | undefined => KINDS.find(([, files]) => files.test(file))?.[0];
  return KINDS.map(([kind]): [string, TestCount] => [
    kind,
    countTests({ testResults: report.testResults.filter(({ name }) => kindOf(name) === kind) }),
  ]).filter(([, { passed, failed, skipped }]) => passed + failed + skipped > 0);
}
