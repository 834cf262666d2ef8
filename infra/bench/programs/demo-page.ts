import pg from 'pg';

/** The page of the demo brand's newest version. */
export const demoPage = async <Page>(databaseUrl: string): Promise<Page> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ page: Page }>(
    `select page from brand_version where page->>'brandKey' = 'riverside' order by version desc limit 1`,
  );
  await client.end();
  const page = rows[0]?.page;
  if (page === undefined) throw new Error('There is no demo brand.');
  return page;
};
