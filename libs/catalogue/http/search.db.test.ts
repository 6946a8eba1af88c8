import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { indexAll, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
let apples: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  apples = await desk.seller();
  await desk.approved(apples);
  await rename(apples, '洛川苹果', 'Luochuan Apple');
  await house.does(indexAll);
});
afterAll(() => house?.close());

const rename = (seller: Seller, zh: string, en: string) =>
  house.rows('update catalogue.product set name_zh = $2, name_en = $3 where id = $1', [seller.productId, zh, en]);

const ask = (path: string) => house.browser('shop').ask('GET', path);
const found = async (q: string, more = '') => {
  const { body } = await ask(`/products?q=${encodeURIComponent(q)}${more}`);
  return (body['data'] as { name: { zh: string } }[]).map(({ name }) => name.zh);
};

test('a change is found after the next round of the index, a suspension on the very next request', async () => {
  expect(await found('luochuan pingguo')).toEqual(['洛川苹果']);
  await rename(apples, '洛川核桃', 'Luochuan Walnut');
  await house.does((tx) => indexChanged(tx));
  expect([await found('核桃'), await found('hetao'), await found('lcht')]).toEqual(Array(3).fill(['洛川核桃']));
  await rename(apples, '洛川苹果', 'Luochuan Apple');
  await house.does((tx) => indexChanged(tx));

  const [measure] = await house.rows<{ id: string }>(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
     values ($1, 'suspension', 'test', 'test', platform.business_now()) returning id`,
    [apples.supplierId],
  );
  expect(await found('苹果')).toEqual([]);
  const facets = (await ask('/search/facets?q=%E8%8B%B9%E6%9E%9C')).body;
  expect(facets).toMatchObject({ total: 0, categories: [] });
  expect((await ask('/search/suggestions?q=pg')).body).toMatchObject({ products: [], suppliers: [] });
  await house.rows(`update admission.measure set state = 'lifted', ended_at = platform.business_now() where id = $1`, [
    measure!.id,
  ]);
  expect(await found('苹果')).toEqual(['洛川苹果']);
});

test('operators keep synonyms, and the next search knows them', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  expect(await found('智慧果')).toEqual([]);
  const added = await operator.ask('POST', '/search/synonyms', { words: ['苹果', ' 智慧果 ', '智慧果'] });
  expect([added.status, added.body['words'], added.body['version']]).toEqual([201, ['苹果', '智慧果'], 1]);
  expect([await found('智慧果'), await found('zhihuiguo')]).toEqual([['洛川苹果'], ['洛川苹果']]);

  expect((await operator.ask('POST', '/search/synonyms', { words: ['智慧果', '蛇果'] })).code).toBe('SYNONYM_TAKEN');
  expect((await operator.ask('POST', '/search/synonyms', { words: ['梨', '梨 '] })).code).toBe('INVALID_INPUT');
  const at = `/search/synonyms/${added.body['id'] as string}`;
  const words = ['苹果', '柰子'];
  expect((await operator.ask('PUT', at, { words }, { 'if-match': '"7"' })).code).toBe('STALE_VERSION');
  expect((await operator.ask('PUT', at, { words }, { 'if-match': '"1"' })).body['version']).toBe(2);
  expect([await found('智慧果'), await found('柰子')]).toEqual([[], ['洛川苹果']]);
  expect((await operator.ask('GET', `/search/synonyms?q=nz`)).body['data']).toMatchObject([{ words }]);
  expect((await operator.ask('DELETE', at)).status).toBe(204);
  expect((await operator.ask('DELETE', at)).code).toBe('NOT_FOUND');
  expect(await found('柰子')).toEqual([]);
  // What was added, changed and removed, and the change that was refused.
  expect(await house.count(`select count(*) from platform.audit_content where subject_kind = 'synonymGroup'`)).toBe(4);
});

test('what is looked for in vain is noted for operators, long numbers left out', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  expect((await ask(`/products?q=${encodeURIComponent('榴莲')}`)).body).toMatchObject({ data: [], correction: null });
  await found('榴莲');
  await found('榴莲 13800138000');
  const meant = (await ask('/products?q=pinguo')).body;
  expect(meant['correction']).toEqual({ asked: 'pinguo', shown: '苹果' });
  expect(meant['data']).toHaveLength(1);
  const { data } = (await operator.ask('GET', '/search/zero-results?days=7')).body as {
    data: { query: string; asked: number; shown: string | null }[];
  };
  expect(data).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ query: '榴莲', asked: 2, shown: null }),
      expect.objectContaining({ query: '榴莲 #' }),
      expect.objectContaining({ query: 'pinguo', shown: '苹果' }),
    ]),
  );
  // Nothing is missing where a filter keeps it away.
  await found('苹果', '&category=tea');
  const after = (await operator.ask('GET', '/search/zero-results')).body['data'] as unknown[];
  expect(after).toHaveLength(data.length);
});

test('a full look at everything is asked for by operators alone, and done by the worker', async () => {
  const clerk = await house.signedIn({ role: 'supplier', organisationId: apples.supplierId });
  expect((await clerk.ask('POST', '/search/reindex')).code).toBe('FORBIDDEN');
  expect((await clerk.ask('GET', '/search/synonyms')).code).toBe('FORBIDDEN');
  const operator = await house.signedIn({ role: 'operator' });
  expect((await operator.ask('POST', '/search/reindex')).status).toBe(202);
  expect(await house.count('select count(*) from catalogue.search_stale where anew')).toBeGreaterThan(0);
  await house.does(indexAll);
  expect(await house.count('select count(*) from catalogue.search_stale')).toBe(0);
});

describe('a question that is', () => {
  const long = '苹果'.repeat(5_000);
  test.each([
    ["of SQL's signs", "';drop table catalogue.product;--", 200],
    ['of signs of patterns', '%_\\%', 200],
    ['a regular expression', '(a+)+$|.*[^', 200],
    ["of a search's own signs", "a:* & !b <-> 'c' | (", 200],
    ['an emoji', '🍎🍐', 200],
    ['an emoji with a word', '🍎苹果', 200],
    ['of right-to-left marks', '\u202e\u200f果苹\u2066', 200],
    ['of joiners and combining marks', 'a\u0301\u200d\u0489'.repeat(10), 200],
    ['Arabic', 'تفاح', 200],
    ['of spaces', '%20%20', 422],
    ['ten thousand signs long', long, 422],
  ])('%s is answered', async (_name, q, status) => {
    for (const path of ['/products', '/search/facets', '/search/suggestions']) {
      const asked = q === '%20%20' ? q : encodeURIComponent(q);
      const answer = await ask(`${path}?q=${asked}`);
      expect([path, answer.status]).toEqual([path, status]);
    }
  });

  test('half a character is refused, wherever it is looked for', async () => {
    for (const path of ['/products', '/search/facets', '/search/suggestions'])
      expect([path, (await ask(`${path}?q=%ED%A0%80`)).status < 500]).toEqual([path, true]);
  });

  test.each([
    ['dearer at least than at most', 'priceFrom=2000&priceTo=1000'],
    ['of no price', 'priceFrom=-1'],
    ['of half a fen', 'priceTo=0.5'],
    ['of a certificate nobody gives', 'certificate=organicish'],
    ['of no region', 'region=51'],
    ['twice of a category', 'category=tea&category=fruit'],
  ])('%s is refused', async (_name, query) => {
    expect((await ask(`/products?${query}`)).code).toBe('INVALID_INPUT');
    expect((await ask(`/search/facets?${query}`)).code).toBe('INVALID_INPUT');
  });

  test('a cursor of another question is refused', async () => {
    const more = await desk.seller();
    await desk.approved(more);
    await rename(more, '洛川苹果汁', 'Luochuan Apple Juice');
    await house.does(indexAll);
    const first = (await ask('/products?q=pinguo&limit=1')).body;
    const cursor = first['nextCursor'] as string;
    expect(first['correction']).toMatchObject({ shown: '苹果' });
    const second = (await ask(`/products?q=pinguo&limit=5&cursor=${cursor}`)).body;
    const names = [first, second].flatMap(({ data }) =>
      (data as { name: { zh: string } }[]).map(({ name }) => name.zh),
    );
    expect(names).toEqual(['洛川苹果', '洛川苹果汁']);
    for (const other of ['q=hetao', 'q=pinguo&category=fruit', 'q=pinguo&sort=sales', 'sort=sales'])
      expect((await ask(`/products?${other}&cursor=${cursor}`)).code).toBe('INVALID_INPUT');
  });
});

test('who delivers where is public', async () => {
  expect((await ask(`/suppliers/${apples.supplierId}/delivery-areas`)).body['data']).toEqual([]);
});
