import { withLink } from './compose-text.ts';

/** Stands in a test text in place of a link's secret: as long as one, and never one. */
export const TEST_TOKEN = 'TEST-TEST-TEST-TEST-00';

/** How a test text begins, so that nobody takes it for one that is meant for them. */
const MARK = '[TEST] ';

/** The welcome text as a test: marked, and with a link that opens nobody's page. */
export const testTextOf = (body: string, linkAddress: string): string => MARK + withLink(body, linkAddress);
