import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../../adapters/postgres/read-database.ts';
import { pageFrom, readCursor } from '../../http/cursor.ts';
import { CompanyDirectory } from '../../ports/company-directory.ts';
import type { PlatformCompany } from '../companies.schemas.ts';
import { readPlatformCompany } from './read-platform-company.ts';

/** Every company, the newest first. Each is read as its own tenant. */
export class ListPlatformCompanies extends Query<{ items: PlatformCompany[]; nextCursor: string | null }> {
  constructor(
    /** Part of the name; empty: all. */
    readonly words: string,
    readonly page: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    super();
  }
}

@QueryHandler(ListPlatformCompanies)
export class ListPlatformCompaniesHandler implements IQueryHandler<ListPlatformCompanies> {
  constructor(
    private readonly directory: CompanyDirectory,
    private readonly database: ReadDatabase,
  ) {}

  async execute({
    words,
    page,
  }: ListPlatformCompanies): Promise<{ items: PlatformCompany[]; nextCursor: string | null }> {
    const before = readCursor(page.cursor)?.id ?? null;
    const ids = await this.directory.list(words.trim(), { before, most: page.limit + 1 });
    const shown = pageFrom(
      ids,
      page.limit,
      (id) => id,
      (id) => ({ sortValue: '', id }),
    );
    const items = await Promise.all(shown.items.map((id) => readPlatformCompany(this.database, id)));
    return { items: items.filter((item) => item !== null), nextCursor: shown.nextCursor };
  }
}
