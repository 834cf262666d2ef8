import pg from 'pg';

/** Copies of the demo brand: each with its own key, name and colours, in four languages. */
const COPIES = `
  insert into brand (id, company_id, brand_key, name, published_version, link_origin, link_life_days, sender_kind,
                     sender_value, language, confirmation_text, created_at)
  select gen_random_uuid(), s.company_id, 'brand-' || n, 'Brand ' || n, 1, s.link_origin, s.link_life_days, s.sender_kind,
         '+1' || (2000000000 + n), s.language, s.confirmation_text, now()
  from (select * from brand order by created_at limit 1) s, generate_series(1, $1::int) n`;

const VERSIONS = `
  insert into brand_version (company_id, brand_id, version, page, texts, published_at)
  select b.company_id, b.id, 1,
         jsonb_set(jsonb_set(jsonb_set(s.page, '{brandKey}', to_jsonb(b.brand_key)), '{name}', to_jsonb(b.name)),
                   '{colours,light,accent}', to_jsonb('#' || lpad(to_hex(hashtext(b.brand_key) & 16777215), 6, '0'))),
         s.texts, now()
  from brand b, (select page, texts from brand_version limit 1) s
  where b.live_version is null`;

/** Adds copies of the demo brand to a database, published and with no page written yet. */
export const makeBrands = async (databaseUrl: string, count: number): Promise<void> => {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query(COPIES, [count]);
    await database.query(VERSIONS);
    await database.query('analyze');
  } finally {
    await database.end();
  }
};
