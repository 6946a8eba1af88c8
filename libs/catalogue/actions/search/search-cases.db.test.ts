import { Database } from '@xihuo/platform';
import { cloneDatabase, seedMs, type DatabaseClone } from '@xihuo/testing';
import { SEARCH_CASES } from '../../fixtures/search-cases';
import { listProducts } from '../list-products';

let clone: DatabaseClone;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  database = await Database.open({ url: clone.url, pool: 2 });
}, seedMs);
afterAll(async () => {
  await database.close();
  await clone.drop();
});

const first = async (q: string): Promise<string> =>
  (await listProducts(database, { q, sort: 'recommended', limit: 1 })).data[0]?.name.zh ?? '';

const fits = (name: string, wanted: string): boolean =>
  wanted.split('|').some((pattern) => new RegExp(`^${pattern.split('*').join('.*')}$`, 'u').test(name));

const answers: { kind: string; query: string; wanted: string; name: string }[] = [];

describe.each(Object.entries(SEARCH_CASES))('%s', (kind, cases) => {
  it.each(cases)('%s brings %s first', async (query, wanted) => {
    const name = await first(query);
    answers.push({ kind, query, wanted, name });
    expect(`${query}: ${fits(name, wanted) ? wanted : name}`).toBe(`${query}: ${wanted}`);
  });
});

it('brings what was meant first in every case, at least 150 of which name the product', () => {
  const hits = answers.filter(({ name, wanted }) => fits(name, wanted));
  const exact = answers.filter(({ wanted }) => /^[^*|]+$/.test(wanted));
  const exactHits = exact.filter((answer) => hits.includes(answer));
  process.stdout.write(
    `search: ${hits.length} of ${answers.length} bring the expected product first, ${exactHits.length} of ${exact.length} that name one product\n`,
  );
  expect(exact.length).toBeGreaterThanOrEqual(150);
  expect(hits).toHaveLength(answers.length);
});
