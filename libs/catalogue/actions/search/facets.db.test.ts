import { searching } from '@xihuo/contract';
import { Database } from '@xihuo/platform';
import { cloneDatabase, seedMs, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { partsOf } from '../../store/search/facets.sql';
import { postgresEngine } from '../../store/search/postgres-engine';
import { listProducts } from '../list-products';
import { countFacets } from './count-facets';
import type { Filters } from './search-products';
import { suggest } from './suggest';

let clone: DatabaseClone;
let database: Database;
let owner: Client;

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  database = await Database.open({ url: clone.url, pool: 2 });
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
}, seedMs);
afterAll(async () => {
  await owner?.end();
  await database?.close();
  await clone?.drop();
});

const facets = (question: Filters = {}) => countFacets({ database, engine: postgresEngine(database) }, question);
/** How many a list of this question really holds. */
async function listed(question: Filters): Promise<number> {
  let all = 0;
  for (let cursor: string | undefined; ;) {
    const page = await listProducts(database, { ...question, sort: 'newest', limit: 100, cursor });
    all += page.data.length;
    if (page.nextCursor === null) return all;
    cursor = page.nextCursor;
  }
}

const questions: [string, Filters][] = [
  ['everything', {}],
  ['a category', { category: 'fruit' }],
  ['a province', { region: '620000' }],
  ['a prefecture', { region: '620800' }],
  ['words', { q: '苹果' }],
  ['words and a category', { q: '甘肃', category: 'fruit' }],
  ['a price', { priceFrom: '2000', priceTo: '4999' }],
  ['this season', { season: 'now', category: 'fruit' }],
  ['key counties', { keyCounty: 'only' }],
  ['what is delivered to Shanghai', { deliverTo: '310101', category: 'meat' }],
  ['what is delivered to Hainan', { deliverTo: '460000' }],
  ['what carries a mark', { certificate: 'recognised' }],
  ['a geographical indication', { certificate: 'geographicalIndication' }],
  ["a venue's shelves", { venue: 'gansu-hall' }],
  ['a venue, a category and words', { venue: 'gansu-hall', category: 'fruit', q: '苹果' }],
];

test.each(questions)('%s: every count is what the list then holds', async (_name, question) => {
  const counted = await facets(question);
  expect([counted.exact, counted.total]).toEqual([true, await listed(question)]);
  for (const { category, products } of counted.categories.slice(0, 3))
    expect([category, products]).toEqual([category, await listed({ ...question, category })]);
  for (const { code, products } of counted.regions.slice(0, 3))
    expect([code, products]).toEqual([code, await listed({ ...question, region: code })]);
  for (const { from, to, products } of counted.prices)
    expect([from, products]).toEqual([from, await listed({ ...question, priceFrom: from, priceTo: to ?? undefined })]);
  for (const { certificate, products } of counted.certificates)
    expect([certificate, products]).toEqual([certificate, await listed({ ...question, certificate })]);
  const cities = counted.deliverTo.filter(({ code }) => !code.endsWith('0000'));
  for (const { code, products } of [...counted.deliverTo.slice(0, 2), ...cities.slice(0, 2)])
    expect([code, products]).toEqual([code, await listed({ ...question, deliverTo: code })]);
  for (const { id, products } of counted.suppliers.slice(0, 2))
    expect([id, products]).toEqual([id, await listed({ ...question, supplier: id })]);
  expect(counted.season).toBe(await listed({ ...question, season: 'now' }));
  expect(counted.keyCounty).toBe(await listed({ ...question, keyCounty: 'only' }));
});

test('goes down from province to county, and beside a county to its neighbours', async () => {
  const names = async (region?: string) => (await facets({ region })).regions.map(({ name }) => name);
  expect(await names()).toContain('甘肃省');
  expect(await names('620000')).toEqual(expect.arrayContaining(['平凉市', '庆阳市']));
  expect(await names('620800')).toContain('静宁县');
  expect(await names('620826')).toContain('静宁县');
});

test('says of each filter what it keeps away', async () => {
  const counted = await facets({ q: '苹果', category: 'tea', region: '620000' });
  expect(counted.total).toBe(0);
  const without = Object.fromEntries(counted.without.map(({ filter, products }) => [filter, products]));
  expect(without).toEqual({ category: await listed({ q: '苹果', region: '620000' }), region: 0 });
});

test('says of a venue too what it keeps away', async () => {
  const counted = await facets({ venue: 'gansu-hall', region: '450000' });
  expect(counted.total).toBe(0);
  const without = Object.fromEntries(counted.without.map(({ filter, products }) => [filter, products]));
  expect(without).toEqual({ region: await listed({ venue: 'gansu-hall' }), venue: await listed({ region: '450000' }) });
  expect(without.region).toBeGreaterThan(0);
});

describe.each(searching.PRODUCT_SORTS)('in the order %s', (sort) => {
  test.each<[string, Filters]>([
    ['everything of a category', { category: 'fruit' }],
    ['what words find', { q: '苹果' }],
    ['what words and filters leave', { q: '甘肃', category: 'fruit', deliverTo: '310101' }],
    ['a range of prices', { priceFrom: '2000', priceTo: '9999', deliverTo: '310101' }],
  ])('%s comes page by page as it comes whole', async (_name, question) => {
    const whole = await listProducts(database, { ...question, sort, limit: 100 });
    expect(whole.data.length).toBeGreaterThan(3);
    const walked: string[] = [];
    for (let cursor: string | undefined; walked.length < whole.data.length;) {
      const page = await listProducts(database, { ...question, sort, limit: 7, cursor });
      walked.push(...page.data.map(({ slug }) => slug));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(walked.slice(0, 100)).toEqual(whole.data.map(({ slug }) => slug));
    const prices = whole.data.map(({ priceFrom }) => Number(priceFrom.amount));
    const inOrder = [...prices].sort((one, other) => (sort === 'priceDesc' ? other - one : one - other));
    if (sort.startsWith('price')) expect(prices).toEqual(inOrder);
  });
});

test('contradicting places leave nothing, and say so', async () => {
  expect((await facets({ region: '620000', q: '百色芒果' })).total).toBe(0);
});

test.each([
  ['静', ['静宁苹果'], ['静宁县']],
  ['jingning', ['静宁苹果'], ['静宁县']],
  ['gq', ['柴达木枸杞'], []],
  ['静宁p', ['静宁苹果'], []],
])('%s proposes products and places', async (typed, products, places) => {
  const proposed = await suggest({ database, engine: postgresEngine(database) }, typed);
  expect(proposed.products.map(({ name }) => name.zh)).toEqual(expect.arrayContaining(products));
  expect(proposed.places.map(({ name }) => name)).toEqual(expect.arrayContaining(places));
  expect(proposed.products.length).toBeLessThanOrEqual(6);
});

test('suppliers are proposed by name, pinyin and initials', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select label as name from catalogue.search_name where kind = 'supplier' order by key limit 1`,
  );
  const name = rows[0]!.name;
  const proposed = await suggest({ database, engine: postgresEngine(database) }, name.slice(0, 6));
  expect(proposed.suppliers.map((supplier) => supplier.name)).toContain(name);
});

test('only so many are counted one by one', () => {
  expect(partsOf(5_000, 100_000)).toBe(1024);
  expect(partsOf(10_000, 100_000)).toBe(512);
  expect(partsOf(20_000, 100_000)).toBe(51);
  expect(partsOf(20_000, 10_000_000)).toBe(1);
});
