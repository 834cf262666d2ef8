// Writes the API's description and the client's types from the compiled API; `--check` only compares them.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository } from './repository.ts';
import { runTool } from './run-tool.ts';

const CLIENT = inRepository('packages', 'api-client', 'src');

async function describeApi(): Promise<string> {
  const { passed, output, stdout } = await runTool(process.execPath, [
    inRepository('apps', 'api', 'dist', 'openapi.js'),
  ]);
  if (!passed) throw new Error(`The API does not describe itself:\n${output}`);
  return `${JSON.stringify(JSON.parse(stdout), null, 2)}\n`;
}

async function typesOf(description: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyholder-client-'));
  try {
    const [input, output] = [path.join(folder, 'openapi.json'), path.join(folder, 'schema.ts')];
    await writeFile(input, description);
    const generator = inRepository('infra', 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
    const run = await runTool(process.execPath, [generator, input, '--output', output]);
    if (!run.passed) throw new Error(run.output);
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const description = await describeApi();
const generated = { 'openapi.json': description, 'schema.ts': await typesOf(description) };
const onlyCheck = process.argv.includes('--check');
for (const [name, text] of Object.entries(generated)) {
  const file = path.join(CLIENT, name);
  if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
  if (onlyCheck) {
    console.error(
      `${path.relative(inRepository(), file)} is not what the API says: node infra/generate-client.ts`,
    );
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`${path.relative(inRepository(), file)} written`);
  }
}
