import { searching } from '@xihuo/contract';
import { Database, type Statement } from '@xihuo/platform';
import { cloneDatabase, seedMs, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { growCatalogue, questions } from '../../fixtures/grown-catalogue.mjs';
import { indexProductsJob } from '../../jobs/index-products.job';
import type { ProductPlace } from '../../rules/product-cursor';
import type { ProductFilter } from '../../store/search/filter';
import { productPage, type Sort } from '../../store/search/page.sql';
import { postgresEngine } from '../../store/search/postgres-engine';
import { countFacets } from './count-facets';
import { searchProducts, type Filters } from './search-products';
import { suggest } from './suggest';

/** Pages of the database that statements touched: the same on every machine, whatever else runs on it. */
let clone: DatabaseClone;
let database: Database;
let owner: Client;

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  database = await Database.open({ url: clone.url, pool: 4 });
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await openHalls();
}, seedMs);
afterAll(async () => {
  await owner?.end();
  await database?.close();
  await clone?.drop();
});

const PROVINCE = '620000';

/** One venue filled by a rule, with all that comes from a province, and one filled by hand. */
async function openHalls(): Promise<void> {
  await owner.query(
    `with hall as (
       insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, created_at)
       select slug, 'provinceHall', 'open', '馆', 'Hall', '', '', '${PROVINCE}', '示例', now() from unnest(array['grown-hall', 'grown-shelf']) slug
       returning id, slug
     ), shelf as (
       insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule, rule_region_from, rule_region_to)
       select id, 1, '全部', 'All', slug = 'grown-hall', case slug when 'grown-hall' then '620000' end,
              case slug when 'grown-hall' then '629999' end from hall
       returning id, by_rule
     )
     insert into catalogue.venue_shelf_product (shelf_id, product_id, position)
     select shelf.id, product_id, row_number() over (order by product_id)
       from shelf cross join (select product_id from catalogue.offer_v where for_sale group by 1 order by 1 limit 60) chosen
      where not by_rule`,
  );
}

const DOCUMENTS = 'select count(*)::text as documents from catalogue.search_document';

type Reader = Pick<Database, 'read'>;
interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** Asks as the application does, and counts what each of its statements touches. */
async function buffersOf(work: (reader: Reader) => Promise<unknown>): Promise<number> {
  let buffers = 0;
  await work({
    async read<Row>(wanted: Statement<Row>, values: unknown[] = []) {
      const rows = await database.read(wanted, values);
      const explained = await database.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
        text: `explain (analyze, buffers, timing off, format json) ${wanted.text}`,
        values,
      });
      const { Plan: plan } = explained.rows[0]!['QUERY PLAN'][0]!;
      buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      return rows;
    },
  });
  return buffers;
}

const list = (reader: Reader) =>
  searchProducts({ database: reader, engine: postgresEngine(reader) }, { sort: 'recommended', limit: 24 });
const text = (q: string) => (reader: Reader) =>
  searchProducts({ database: reader, engine: postgresEngine(reader) }, { q, sort: 'recommended', limit: 24 });
const facets = (q: string) => (reader: Reader) =>
  countFacets({ database: reader, engine: postgresEngine(reader) }, { q });

/** A middling one of all questions: what most people's page touches. */
async function pages(): Promise<Record<'list' | 'text' | 'facets', number>> {
  const median = async (ask: (q: string) => (reader: Reader) => Promise<unknown>) => {
    const all = [];
    for (const question of questions) all.push(await buffersOf(ask(question)));
    return all.sort((one, other) => one - other)[all.length >> 1]!;
  };
  return { list: await buffersOf(list), text: await median(text), facets: await median(facets) };
}

it('a page of a list touches no more of a larger catalogue, and one of a search no more than what it finds', async () => {
  await growCatalogue(owner, 10_000);
  const small = await pages();
  await growCatalogue(owner, 100_000);
  const large = await pages();
  const grown = (name: keyof typeof small) => large[name] / small[name];
  console.info({ small, large, list: grown('list'), text: grown('text'), facets: grown('facets') });
  expect(grown('list')).toBeLessThanOrEqual(1.5);
  expect(grown('text')).toBeLessThanOrEqual(12);
  expect(grown('facets')).toBeLessThanOrEqual(12);
}, 240_000);

/** What people and machines type into any box. */
const badly = [
  "';drop table catalogue.product;--",
  '%_\\%',
  '(a+)+$|.*[^',
  "a:* & !b <-> 'c' | (",
  '🍎🍐',
  '\u202e\u200f果苹\u2066',
  'a\u0301\u200d\u0489'.repeat(10),
  'りんご사과яблоко苹果',
  'a\ufffd苹',
  'a'.repeat(60),
  'a b '.repeat(15).trim(),
  Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(''),
  '9'.repeat(60),
  'g',
  'x',
];
/** Filters that leave nothing, each beside what others would leave. */
const nothing: Filters[] = [
  { q: '苹果', category: 'tea', region: '620000' },
  {
    ...{ region: '450000', category: 'dairy', season: 'now', keyCounty: 'only', deliverTo: '460000' },
    priceFrom: '900000000',
  },
  { venue: 'no-such-hall' },
  { supplier: '00000000-0000-4000-8000-000000000000' },
  { supplier: '00000000-0000-4000-8000-000000000000', q: '苹果', priceTo: '1' },
];

it('no question that is asked badly, and none that nothing answers, has a large catalogue read through', async () => {
  const { rows } = await owner.query<{ pages: number }>(
    `select relpages as pages from pg_class where oid = 'catalogue.search_document'::regclass`,
  );
  const whole = rows[0]!.pages;
  const parts = (reader: Reader) => ({ database: reader, engine: postgresEngine(reader) });
  const lists = (asked: Filters, sorts: readonly Sort[] = searching.PRODUCT_SORTS) =>
    sorts.map((sort) => (reader: Reader) => searchProducts(parts(reader), { ...asked, sort, limit: 24 }));
  const asked: [string, number, (reader: Reader) => Promise<unknown>][] = [
    ...badly.flatMap((q): typeof asked => [
      [`list of ${q}`, whole / 2, text(q)],
      [`counts of ${q}`, whole, facets(q)],
      [`box of ${q}`, whole / 3, (reader) => suggest(parts(reader), q)],
    ]),
    // All of it is delivered there; by price, every offer on the way is asked for its rights, its marks and the name it bears.
    ...lists({ deliverTo: '310000' }).map((list): (typeof asked)[number] => [
      'list of what is delivered',
      whole / 2.5,
      list,
    ]),
    ...lists({ venue: 'grown-hall' }, ['recommended']).map((list): (typeof asked)[number] => [
      'list of a pavilion',
      whole / 3,
      list,
    ]),
    // Beside every filter it is counted what the others leave; what is sold at a price now is not found by an index alone.
    ...nothing.flatMap((filters): typeof asked => [
      ...lists(filters).map((list): (typeof asked)[number] => [`list of ${JSON.stringify(filters)}`, whole / 3, list]),
      [`counts of ${JSON.stringify(filters)}`, 2.2 * whole, (reader) => countFacets(parts(reader), filters)],
    ]),
  ];
  const beyond = [];
  for (const [name, limit, ask] of asked) {
    const touched = await buffersOf(ask);
    if (touched > limit) beyond.push([name, touched, limit]);
  }
  expect(beyond).toEqual([]);
}, 240_000);

it.each<[string, ProductFilter, readonly Sort[]]>([
  ['that are delivered somewhere', { deliverTo: ['310000'] }, ['priceAsc', 'priceDesc']],
  ['of a pavilion', { venue: 'grown-hall' }, ['recommended', 'priceAsc']],
  ['of a venue filled by hand', { venue: 'grown-shelf' }, ['recommended', 'priceAsc']],
])('goods %s come in their order, page by page, as they do where all are read', async (_of, filter, sorts) => {
  const engine = postgresEngine(database);
  for (const sort of sorts) {
    let after: ProductPlace | undefined;
    for (let page = 0; page < 3; page += 1) {
      const wanted = { sort, filter, after, rows: 25 };
      const { statement, values } = productPage(wanted);
      const rows = await engine.page(wanted);
      expect(rows).toHaveLength(page === 2 && filter.venue === 'grown-shelf' ? 12 : 25);
      expect(rows).toEqual(await database.read(statement, values));
      after = { key: rows.at(-2)!.sort_key.toString(), id: rows.at(-2)!.sort_id };
    }
  }
});

it('what changed many times is looked through by two at once, and nothing is left or lost', async () => {
  await owner.query('truncate catalogue.search_stale');
  const { rows: before } = await owner.query<{ documents: string }>(DOCUMENTS);
  await owner.query(`update catalogue.search_document set names = '', terms = '' where sample < 40`);
  // The same goods again and again, in both orders, so that both have them.
  await owner.query(
    `insert into catalogue.search_stale (product_id, anew)
     select product_id, true from generate_series(1, 2) turn, lateral (
       select product_id from catalogue.search_document where sample < 40
        order by case when turn = 1 then product_id end, case when turn = 2 then product_id end desc) stale`,
  );
  await indexProductsJob.run({ database } as Parameters<typeof indexProductsJob.run>[0]);
  const { rows: waiting } = await owner.query('select from catalogue.search_stale');
  expect(waiting).toEqual([]);
  const { rows: empty } = await owner.query(`select from catalogue.search_document where names = ''`);
  expect(empty).toEqual([]);
  expect((await owner.query<{ documents: string }>(DOCUMENTS)).rows).toEqual(before);
}, 240_000);
