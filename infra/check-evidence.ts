import { readFile } from 'node:fs/promises';
import { checkEvidence } from './evidence/check.ts';

/*
 * Checks a file of consent evidence, offline and without the product: `pnpm evidence:check FILE [HEAD]`. With the
 * hash that the chain ended with at some time (HEAD), also that it was only added to since.
 */

const [file, head] = process.argv.slice(2).filter((argument) => argument !== '--');
if (file === undefined) {
  console.error('Which file? pnpm evidence:check FILE [HEAD]');
  process.exit(2);
}
const { deletions, pieces, problems } = checkEvidence(await readFile(file, 'utf8'), head);
for (const { firstSeq, lastSeq, deletedAt } of deletions)
  console.log(`${String(firstSeq).padStart(4)}  ${deletedAt}  deleted, up to ${lastSeq}`);
for (const { seq, at, kind } of pieces) console.log(`${String(seq).padStart(4)}  ${at}  ${kind}`);
for (const problem of problems) console.error(`BROKEN  ${problem}`);
console.log(problems.length === 0 ? `Whole: ${pieces.length} pieces.` : 'This is not what was recorded.');
process.exit(problems.length === 0 ? 0 : 1);
