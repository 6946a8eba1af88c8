import { Database, type Statement } from '@xihuo/platform';
import { openProductDesk, type ProductDesk } from '@xihuo/testing';
import { listVenues, readVenue } from './read-venues';

jest.setTimeout(240_000);

let desk: ProductDesk;

beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** Pages of the database that reading touches: the same on every machine. */
async function buffersOf(work: (reader: Database) => Promise<unknown>): Promise<number> {
  let buffers = 0;
  const reader = {
    async read<Row>(wanted: Statement<Row>, values: unknown[] = []) {
      const rows = await desk.database.read(wanted, values);
      const explained = await desk.database.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
        text: `explain (analyze, buffers, timing off, format json) ${wanted.text}`,
        values,
      });
      const { Plan: plan } = explained.rows[0]!['QUERY PLAN'][0]!;
      buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      return rows;
    },
  };
  await work(reader as unknown as Database);
  return buffers;
}

/** So many products of one supplier in two counties, all of them for sale. */
async function grow(supplierId: string, count: number): Promise<void> {
  // Neither is looked for by words here.
  await desk.rows('alter table catalogue.product disable trigger user');
  await desk.rows('alter table catalogue.sku disable trigger user');
  await desk.rows(
    `with made as (
       insert into catalogue.product (reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                      harvest_months, storage, perishable, recommended_rank)
       select 'grown-' || nth, 'grown-' || nth, '山货' || nth, 'Good ' || nth, '', '', 'fruit',
              case when nth % 4 = 0 then '610629' else '610630' end, '{}', 'ambient', false, nth
         from generate_series((select count(*) from catalogue.product), (select count(*) from catalogue.product) + $2::integer) as nth
       returning id
     ), packed as (
       insert into catalogue.sku (product_id, supplier_id, pack, price_fen) select id, $1, '500g', 100 from made
     )
     insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     select $1, id, 1, now(), 'test' from made`,
    [supplierId, count],
  );
  await desk.rows('analyze');
}

test('the list of venues and a page of one touch hardly more however much is for sale', async () => {
  const { supplierId } = await desk.seller();
  await desk.rows(
    `with point as (
       insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, created_at)
       values ('everything', 'provinceHall', 'open', '馆', 'Hall', '', '', '610000', '示例', now()),
              ('county', 'countyHall', 'open', '馆', 'Hall', '', '', '610629', '示例', now())
       returning id, slug
     )
     insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule, rule_region_from, rule_region_to)
     select id, 1, '全部', 'All', true, case slug when 'county' then '610629' end, case slug when 'county' then '610629' end from point`,
  );
  const read = async () => ({
    list: await buffersOf((reader) => listVenues(reader, { limit: 24 })),
    page: await buffersOf((reader) => readVenue(reader, 'everything')),
  });
  await grow(supplierId, 400);
  const few = await read();
  await grow(supplierId, 3_600);
  const many = await read();
  const everything = await listVenues(desk.database, { limit: 24 });
  expect(everything.data.map(({ slug, products }) => [slug, products])).toEqual([
    ['everything', 100],
    ['county', 100],
  ]);
  const first = await listVenues(desk.database, { limit: 1 });
  const next = await listVenues(desk.database, { limit: 1, cursor: first.nextCursor! });
  expect([...first.data, ...next.data]).toEqual(everything.data);
  expect([everything.nextCursor, next.nextCursor]).toEqual([null, null]);
  expect((await readVenue(desk.database, 'everything')).shelves).toMatchObject([{ total: 100 }]);
  expect((await readVenue(desk.database, 'everything')).shelves[0]!.products).toHaveLength(12);
  // Ten times as much of it: the shelf of everything reads what it shows, that of a county its county.
  expect(many.page).toBeLessThan(2 * few.page);
  expect(many.list).toBeLessThan(5 * few.list);
});
