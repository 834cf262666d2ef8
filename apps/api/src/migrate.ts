import 'reflect-metadata';
import { migrateAuth } from './adapters/identity/auth.ts';
import { migrate } from './adapters/postgres/migrate.ts';
import { Settings } from './settings.ts';

// Brings the database up to date; run before the application, as the database's owner.
const settings = Settings.read(process.env);
await migrate(settings.databaseOwnerUrl, () => migrateAuth(settings.databaseOwnerUrl, settings));
