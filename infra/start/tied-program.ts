// Runs a program that knows nothing of its parent (a compiler that watches, say) and ends it when the parent ends:
//   node --import exit-with-parent.ts tied-program.ts <program> [argument…]
import { spawn } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
if (program === undefined) throw new Error('tied-program.ts needs a program to run.');

const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
process.once('SIGTERM', () => child.kill('SIGTERM'));
