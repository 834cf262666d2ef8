import type { MikroORM } from '@mikro-orm/postgresql';
import { BrandDirectory } from '../../ports/brand-directory.ts';

export class PostgresBrandDirectory extends BrandDirectory {
  constructor(private readonly orm: MikroORM) {
    super();
  }

  override async stale(build: string): ReturnType<BrandDirectory['stale']> {
    const rows = await this.orm.em
      .fork()
      .execute<{ id: string; company_id: string }[]>('select id, company_id from find_stale_brands(?)', [
        build,
      ]);
    return rows.map(({ id, company_id: companyId }) => ({ id, companyId }));
  }
}
