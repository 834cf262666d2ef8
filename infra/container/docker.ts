import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository, REPOSITORY } from '../repository.ts';
import { say } from './main-job.ts';

const run = promisify(execFile);

/** Runs the Docker client: what it printed. */
export const docker = async (...args: readonly string[]): Promise<string> =>
  (await run('docker', [...args], { maxBuffer: 64 * 2 ** 20 })).stdout.trim();

/** Whether the Docker client does it. */
export const succeeds = (...args: readonly string[]): Promise<boolean> =>
  docker(...args).then(
    () => true,
    () => false,
  );

/**
 * An official image, or one with the same program made here from Debian's packages, where no image registry is reached.
 * @returns its name; null where neither can be had
 */
export async function baseImage(kind: 'node' | 'caddy', official: string): Promise<string | null> {
  const local = `keyholder-${kind}`;
  for (const image of [official, local]) {
    if (await succeeds('image', 'inspect', image)) return image;
  }
  if (await succeeds('pull', official)) return official;
  say(`${official} cannot be pulled; one is made from Debian's packages`);
  const made = await run(inRepository('infra', 'deployment', 'make-base-image'), [kind, local]).then(
    () => true,
    () => false,
  );
  return made ? local : null;
}

/** Says so, and ends well, where there is no Docker engine or no image with Node. */
export async function nodeImageOrSkip(): Promise<string> {
  const image = (await succeeds('info')) ? await baseImage('node', 'node:26-trixie-slim') : null;
  if (image !== null) return image;
  console.log(
    'Skipped: no Docker engine answers here, or there is no image with Node and none could be made.',
  );
  process.exit(0);
}

/** Builds the product's image on one with Node. */
export async function buildImage(name: string, base: string): Promise<void> {
  say(`building ${name} on ${base}`);
  const dockerfile = inRepository('infra', 'deployment', 'Dockerfile');
  const on = ['--network', 'host', '--build-arg', `NODE_IMAGE=${base}`];
  await docker('build', '-q', ...on, '-f', dockerfile, '-t', name, REPOSITORY);
  const size = Number(await docker('image', 'inspect', '-f', '{{.Size}}', name));
  say(`built, ${Math.round(size / 2 ** 20)} MB`);
}
