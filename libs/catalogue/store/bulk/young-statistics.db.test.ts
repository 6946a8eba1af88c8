import { openProductDesk, type ProductDesk } from '@xihuo/testing';
import type { PoolClient } from 'pg';
import { takeStale } from '../search/document.sql';
import { packsNamedSql } from './packs-named.sql';

let desk: ProductDesk;

beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

const PRODUCTS = 3_000;
const CHUNK = 500;

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Actual Rows': number;
}

/** Pages of the database a statement touches, and rows it answers, planned with what the statistics believe now. */
async function pagesOf(client: PoolClient, text: string, values: unknown[] = []) {
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
    text: `explain (analyze, buffers, timing off, format json) ${text}`,
    values,
  });
  const plan = rows[0]!['QUERY PLAN'][0]!.Plan;
  return { pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], rows: plan['Actual Rows'] };
}

/** What is done is undone, and the statistics never know of it: nobody else can see it. */
async function undone(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await desk.database.pool.connect();
  try {
    await client.query('begin');
    await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('packs of products that have just come are named row by row, not all of a supplier beside all rows', async () => {
  const { supplierId } = await desk.seller();
  await desk.rows('analyze');
  await undone(async (client) => {
    await client.query(
      `with made as (
         insert into catalogue.product (reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                        harvest_months, storage, perishable, recommended_rank)
         select 'young-' || nth, 'young-' || nth, '新山货' || nth, 'New good ' || nth, '', '', 'fruit', '610629', '{}', 'ambient', false, nth
           from generate_series(1, $2::integer) as nth
         returning id
       )
       insert into catalogue.sku (product_id, supplier_id, pack, price_fen) select id, $1, '500g', 100 from made`,
      [supplierId, PRODUCTS],
    );
    const given = Array.from({ length: CHUNK }, (_, at) => ({ at, product: `新山货${at + 1}`, pack: '500g' }));
    const { pages, rows } = await pagesOf(client, packsNamedSql.text, [supplierId, JSON.stringify(given)]);
    expect(rows).toBe(CHUNK);
    expect(pages).toBeLessThan(30 * CHUNK);
  });
}, 120_000);

test('changes that wait for the search are chosen once, however many there are', async () => {
  const { productId } = await desk.seller();
  await desk.rows('truncate catalogue.search_stale');
  await desk.rows('analyze catalogue.search_stale');
  await undone(async (client) => {
    // Looked for twice a second: the plan that is kept was made when nothing waited.
    await client.query('set local plan_cache_mode = force_generic_plan');
    await client.query(`prepare take (integer, integer, integer) as ${takeStale.text}`);
    await client.query(`execute take(${CHUNK}, 1, 0)`);
    await client.query(
      'insert into catalogue.search_stale (product_id) select $1 from generate_series(1, $2::integer)',
      [productId, PRODUCTS],
    );
    const { pages } = await pagesOf(client, `execute take(${CHUNK}, 1, 0)`);
    expect(pages).toBeLessThan(30 * CHUNK);
    const left = await client.query<{ left: number }>('select count(*)::integer as left from catalogue.search_stale');
    expect(left.rows).toEqual([{ left: PRODUCTS - CHUNK }]);
    await client.query('deallocate take');
  });
}, 120_000);
