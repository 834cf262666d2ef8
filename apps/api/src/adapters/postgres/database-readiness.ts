import type { MikroORM } from '@mikro-orm/postgresql';
import { Readiness } from '../../ports/readiness.ts';

/** Ready while the database answers. */
export class DatabaseReadiness extends Readiness {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  check(): Promise<boolean> {
    return this.orm.isConnected();
  }
}
