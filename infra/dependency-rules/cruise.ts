import { existsSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { rules } from './rules.ts';

/** Every rule's name; each has a fixture of that name. */
export const RULE_NAMES: readonly string[] = rules.map((rule) => rule.name);

/** Where sources lie, from a tree's root. */
const SOURCE_FOLDERS = [
  'packages/domain/src',
  'packages/twilio-sandbox/src',
  'packages/local-postgres/src',
  'packages/api-client/src',
  'apps/api/src',
  'apps/portal/src',
  'apps/welcome/src',
  'apps/welcome/bundle',
];

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** What was read, and what breaks a rule. */
export interface CruiseReport {
  /** How many files were read of each source folder that the tree has. */
  readonly read: ReadonlyMap<string, number>;
  readonly violations: readonly Violation[];
}

/**
 * Reads the sources of the tree below `root` and applies every rule.
 * @throws where the tool reads nothing in a folder: a checker that sees no file finds no fault.
 */
export async function checkDependencies(root: string): Promise<CruiseReport> {
  const folders = SOURCE_FOLDERS.filter((folder) => existsSync(path.join(root, folder)));
  if (folders.length === 0) throw new Error(`${root} has none of the source folders.`);
  const options: ICruiseOptions = {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...rules] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '\\.d\\.ts$'] },
    // Types count as well: who knows another's type knows the other.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@keyholder/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'],
    },
  };
  const { output } = await cruise(folders, options);
  if (typeof output === 'string') throw new Error(output);
  const read = new Map(folders.map((folder) => [folder, countRead(output, folder)]));
  for (const [folder, count] of read) {
    if (count === 0) throw new Error(`The dependency check read no file in ${folder}.`);
  }
  const violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { read, violations };
}

function countRead(result: ICruiseResult, folder: string): number {
  return result.modules.filter((module) => module.source.startsWith(`${folder}/`)).length;
}
