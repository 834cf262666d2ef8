import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dockerAnswers } from './docker-engine.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { isServerOf, readPostmasterFile } from './postmaster-file.ts';
import { isAlive } from './processes.ts';

export interface TestDatabase {
  /** Connection address of a superuser, database `postgres`; create your own databases from it. */
  readonly url: string;
  readonly kind: 'docker' | 'embedded';
  /** The server's own log; null where another program keeps it. */
  readonly logFile: string | null;
  /** Ends the server and forgets its data. */
  stop(): Promise<void>;
}

/**
 * An empty Postgres of its own, for a test run's global setup: a container where a Docker engine answers, else the
 * embedded one. Says on standard output which of them it is.
 *
 * `KEYHOLDER_TEST_POSTGRES`: `embedded` or `docker` insists on that kind.
 * `KEYHOLDER_TEST_POSTGRES_IMAGE`: the container's image, default `postgres:17`.
 * @throws where the kind that is insisted on can't be started.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const wanted = process.env['KEYHOLDER_TEST_POSTGRES'] ?? '';
  if (!['', 'docker', 'embedded'].includes(wanted)) {
    throw new Error(`KEYHOLDER_TEST_POSTGRES is "${wanted}"; it may be "docker" or "embedded".`);
  }
  if (wanted === 'docker') {
    if (!(await dockerAnswers())) {
      throw new Error(
        'KEYHOLDER_TEST_POSTGRES is "docker", but no Docker engine answers (DOCKER_HOST or its usual sockets).',
      );
    }
    return startContainer();
  }
  if (wanted === '' && (await dockerAnswers())) {
    try {
      return await startContainer();
    } catch (error) {
      console.log(
        `Docker answers, but gave no Postgres (${error instanceof Error ? error.message : String(error)}).`,
      );
    }
  }
  return startEmbedded();
}

async function startContainer(): Promise<TestDatabase> {
  const image = process.env['KEYHOLDER_TEST_POSTGRES_IMAGE'] || 'postgres:17';
  // Loaded only here: it takes most of a second.
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const container = await new PostgreSqlContainer(image)
    .withDatabase('postgres')
    .withUsername('postgres')
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=300'])
    .start();
  console.log(`Test database: Docker, ${image}`);
  return {
    url: container.getConnectionUri(),
    kind: 'docker',
    logFile: null,
    stop: async () => void (await container.stop({ removeVolumes: true })),
  };
}

const FOLDER_PREFIX = 'keyholder-test-postgres-';

async function startEmbedded(): Promise<TestDatabase> {
  await removeLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), FOLDER_PREFIX));
  await chmod(folder, 0o711);
  await writeFile(path.join(folder, 'run-by'), String(process.pid));
  const server = await startEmbeddedPostgres({ dataDir: folder, forTests: true });
  console.log('Test database: embedded Postgres');
  return {
    url: server.url,
    kind: 'embedded',
    logFile: path.join(server.folder, 'postgres.log'),
    stop: async () => {
      await server.stop();
      await rm(server.folder, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A test run that was killed leaves its server running and its folder behind; the next run clears both. */
async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const name of names) {
    const folder = path.join(tmpdir(), name);
    const runBy = Number.parseInt(await readFile(path.join(folder, 'run-by'), 'utf8').catch(() => ''), 10);
    if (!Number.isInteger(runBy) || isAlive(runBy)) continue;
    const root = await readFile(path.join(folder, 'moved-to'), 'utf8')
      .then((text) => text.trim())
      .catch(() => folder);
    const cluster = path.join(root, 'cluster');
    const server = await readPostmasterFile(cluster);
    // SIGQUIT: at once, without a checkpoint, as befits data that nobody wants.
    if (server !== undefined && (await isServerOf(server.pid, cluster))) process.kill(server.pid, 'SIGQUIT');
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
    await rm(folder, { recursive: true, force: true });
  }
}
