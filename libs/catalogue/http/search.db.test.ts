import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { indexAll, indexAnew, indexChanged } from '../actions/search/index-products';
import { catalogueParts } from '../catalogue-parts';
import { forgetSearchesJob } from '../jobs/forget-searches.job';

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

test('what is looked for in vain is noted for operators, long numbers left out', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  expect((await ask(`/products?q=${encodeURIComponent('榴莲')}`)).body).toMatchObject({ data: [], correction: null });
  await found('榴莲');
  await found('榴莲 13800138000');
  await found('榴莲 6222 0212-3456 7890');
  const meant = (await ask('/products?q=pinguo')).body;
  expect(meant['correction']).toEqual({ asked: 'pinguo', shown: '苹果' });
  expect(meant['data']).toHaveLength(1);
  const { data } = (await operator.ask('GET', '/search/zero-results?days=7')).body as {
    data: { query: string; asked: number; shown: string | null }[];
  };
  expect(data).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ query: '榴莲', asked: 2, shown: null }),
      expect.objectContaining({ query: '榴莲 #', asked: 2 }),
      expect.objectContaining({ query: 'pinguo', shown: '苹果' }),
    ]),
  );
  // Apples there are, but none that are tea.
  await found('苹果', '&category=tea&season=now');
  await found('苹果', '&category=tea');
  const after = (await operator.ask('GET', '/search/zero-results')).body['data'] as unknown[];
  expect(after).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ query: '苹果', filters: ['category'], asked: 1, shown: null }),
      expect.objectContaining({ query: '苹果', filters: ['category', 'season'] }),
      expect.objectContaining({ query: '榴莲', filters: [] }),
    ]),
  );
});

test('what was searched for is forgotten once nobody can be shown it any more', async () => {
  const today = `(platform.business_now() at time zone 'Asia/Shanghai')::date`;
  await house.rows(`
    insert into catalogue.zero_result (day, query, last_asked_at)
    select ${today} - age, 'aged ' || age, platform.business_now() - make_interval(days => age) from unnest(array[0, 89, 90, 400]) age`);
  await forgetSearchesJob.run({ database: house.database } as never);
  const kept = await house.rows<{ query: string }>(
    `select query from catalogue.zero_result where query like 'aged%' order by day desc`,
  );
  expect(kept.map(({ query }) => query)).toEqual(['aged 0', 'aged 89']);
});

test('a full look at everything is asked for by operators alone, and done by the worker', async () => {
  const clerk = await house.signedIn({ role: 'supplier', organisationId: apples.supplierId });
  expect((await clerk.ask('POST', '/search/reindex')).code).toBe('FORBIDDEN');
  expect((await clerk.ask('GET', '/search/synonyms')).code).toBe('FORBIDDEN');
  const operator = await house.signedIn({ role: 'operator' });
  expect((await operator.ask('POST', '/search/reindex')).status).toBe(202);
  expect((await operator.ask('POST', '/search/reindex')).status).toBe(202);
  const rows = (table: string) => house.count(`select count(*) from catalogue.${table}`);
  expect(await rows('search_stale where anew')).toBe(await rows('product'));
  await house.does(indexAll);
  expect(await rows('search_stale')).toBe(0);
});

test('a full look writes what is not as it should be, and nothing else', async () => {
  const documents = () =>
    house.rows<{ id: string; written: string; names: string }>(
      `select product_id as id, xmin::text as written, names from catalogue.search_document order by product_id`,
    );
  const pears = await desk.seller();
  await desk.approved(pears);
  await rename(pears, '洛川梨', 'Luochuan Pear');
  await house.does(indexAll);
  const before = await documents();
  expect(before.length).toBeGreaterThan(1);
  await house.does(indexAnew);
  await house.does(indexAll);
  expect(await documents()).toEqual(before);

  await house.rows(`update catalogue.search_document set names = 'spoilt', terms = '' where product_id = $1`, [
    pears.productId,
  ]);
  await house.does(indexAnew);
  await house.does(indexAll);
  expect((await documents()).map(({ names }) => names)).toEqual(before.map(({ names }) => names));
  expect(await found('洛川梨')).toEqual(['洛川梨']);

  await house.rows(`update catalogue.product set sale_banned_reason = 'test' where id = $1`, [pears.productId]);
  await house.does((tx) => indexChanged(tx));
  expect(await documents()).toEqual(before.filter(({ id }) => id !== pears.productId));
});

test('what was never approved has no document, and is found once it is; taken off sale it keeps what it had', async () => {
  const berries = await desk.seller();
  await rename(berries, '都安山葡萄', "Du'an Wild Grape");
  await house.does(indexAll);
  const documents = () =>
    house.count('select count(*) from catalogue.search_document where product_id = $1', [berries.productId]);
  expect([await documents(), await found('山葡萄')]).toEqual([0, []]);
  await desk.approved(berries);
  await house.does((tx) => indexChanged(tx));
  expect([await documents(), await found('山葡萄')]).toEqual([1, ['都安山葡萄']]);
  const listing = (ended: string) =>
    house.rows(`update admission.listing_approval set ended_at = ${ended} where product_id = $1`, [berries.productId]);
  await listing('platform.business_now()');
  await house.does((tx) => indexChanged(tx));
  expect([await documents(), await found('山葡萄')]).toEqual([1, []]);
  await listing('null');
  expect(await found('山葡萄')).toEqual(['都安山葡萄']);
});

describe('a question that is', () => {
  const long = '苹果'.repeat(5_000);
  test.each([
    ["of SQL's signs", "';drop table catalogue.product;--", 200],
    ['of signs of patterns', '%_\\%', 200],
    ['a regular expression', '(a+)+$|.*[^', 200],
    ["of a search's own signs", "a:* & !b <-> 'c' | (", 200],
    ['an emoji with a word', '🍎苹果', 200],
    ['of right-to-left marks', '\u202e\u200f果苹\u2066', 200],
    ['of joiners and combining marks', 'a\u0301\u200d\u0489'.repeat(10), 200],
    ['Arabic', 'تفاح', 200],
    ['of signs of other scripts beside Chinese', 'りんご사과яблоко苹果', 200],
    ['of what stood for half a character', '\ufffd\ufffd', 200],
    ['of half a character as typed', 'a\ufffd苹', 200],
    ['of nothing one can see', '\u200b\u200c\ufe0f', 422],
    ['of signs that are eighteen letters each', '\ufdfa'.repeat(69), 200],

    ['of a zero', '苹\0果', 200],
    ['of line breaks', '苹果\r\nset-cookie: a=b', 200],
    ['of a hundred of one letter', 'a'.repeat(100), 200],
    ['of fifty words of one letter', 'a b '.repeat(25).trim(), 200],
    [
      'of a hundred different signs',
      Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(''),
      200,
    ],
    ['of nothing but digits', '9'.repeat(60), 200],
    ['a pattern of a search for patterns', "%' or 1=1 --", 200],
    ['of marks a template would read', '{{7*7}}${7*7}<script>alert(1)</script>', 200],
    ['of spaces', '%20%20', 422],
    ['ten thousand signs long', long, 422],
  ])('%s is answered', async (_name, q, status) => {
    for (const path of ['/products', '/search/facets', '/search/suggestions']) {
      const asked = q === '%20%20' ? q : encodeURIComponent(q);
      const answer = await ask(`${path}?q=${asked}`);
      // What a box proposes is for shorter words.
      const tooLong = path.endsWith('suggestions') && [...q].length > 60;
      expect([path, answer.status]).toEqual([path, tooLong ? 422 : status]);
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
    ['twice of words', 'q=tea&q=fruit'],
    ['of a filter nobody knows', 'colour=red'],
    ['of a price beyond all prices', `priceTo=${'9'.repeat(40)}`],
    ['of a supplier by another name', 'supplier=1%20or%201=1'],
    ['of a venue out of its folder', 'venue=..%2F..%2Fetc'],
    ['of a season that is over', 'season=then'],
  ])('%s is refused', async (_name, query) => {
    expect((await ask(`/products?${query}`)).code).toBe('INVALID_INPUT');
    expect((await ask(`/search/facets?${query}`)).code).toBe('INVALID_INPUT');
  });

  test.each([
    ['no cursor', 'nonsense'],
    ['a number', '1'],
    ['SQL', encodeURIComponent("x.1.' or 1=1 --")],
    ['a cursor whose key is no number', 'abc.NaN.00000000-0000-0000-0000-000000000000'],
    ['longer than any', 'a'.repeat(5_000)],
  ])('goes on after %s is refused', async (_name, cursor) => {
    expect((await ask(`/products?q=pg&cursor=${cursor}`)).code).toBe('INVALID_INPUT');
  });

  test.each(['limit=0', 'limit=-1', 'limit=1000', 'limit=all', 'sort=random'])('with %s is refused', async (query) => {
    expect((await ask(`/products?${query}`)).code).toBe('INVALID_INPUT');
  });

  test('that filters leave nothing of says which of them keeps it away', async () => {
    const { status, body } = await ask('/search/facets?q=%E8%8B%B9%E6%9E%9C&category=tea&priceFrom=100000');
    expect([status, body['total']]).toEqual([200, 0]);
    expect((body['without'] as { filter: string }[]).map(({ filter }) => filter)).toEqual(['category', 'price']);
    expect((await ask('/products?q=%E8%8B%B9%E6%9E%9C&category=tea&priceFrom=100000')).body).toMatchObject({
      ...{ data: [], nextCursor: null, correction: null },
    });
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
