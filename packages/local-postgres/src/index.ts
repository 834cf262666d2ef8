export { backUpEmbeddedPostgres } from './backup.ts';
export { startEmbeddedPostgres } from './embedded-postgres.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.ts';
export { freePort } from './port.ts';
export { commandLine, isAlive } from './processes.ts';
export { startTestDatabase } from './test-database.ts';
export type { TestDatabase } from './test-database.ts';
