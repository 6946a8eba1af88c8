import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let house: House;
let desk: ProductDesk;
let operator: Awaited<ReturnType<House['signedIn']>>;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  operator = await house.signedIn({ role: 'operator' });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

const linesOf = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await operator.ask('GET', path, undefined, { accept: 'text/csv', ...headers });
  expect([answer.status, answer.header('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(answer.header('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''.*\.csv$/);
  return answer.bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
};

test('the whole of a list comes as one file, however many pages it has, and what calculates stays a word', async () => {
  await house.rows(
    `insert into catalogue.synonym_group (words, spellings, updated_by)
     select array['=词' || at, '另' || at], array['另' || at], 'test' from generate_series(1, 1100) as at`,
  );
  const lines = await linesOf('/search/synonyms');
  const [{ count }] = (await house.rows<{ count: number }>(
    'select count(*)::int as count from catalogue.synonym_group',
  )) as [{ count: number }];
  expect(lines).toHaveLength(count + 1);
  expect(new Set(lines).size).toBe(count + 1);
  expect(lines[0]).toBe('词,修改时间');
  expect(lines.filter((line) => line.startsWith("'=词"))).toHaveLength(1100);
});

test('a file is narrowed as the list is, in the language of the reader', async () => {
  expect(await linesOf('/search/synonyms?q=tudou', { 'accept-language': 'en' })).toEqual([
    'Words,Changed',
    expect.stringMatching(/^马铃薯、土豆、洋芋、洋山芋,\d{4}-/),
  ]);
  await house.rows(
    `insert into catalogue.zero_result (day, query, asked, last_asked_at, filters)
     values ((platform.business_now() at time zone 'Asia/Shanghai')::date, '=cmd', 3, platform.business_now(), '{region,price}')`,
  );
  const [head, line] = await linesOf('/search/zero-results?days=1');
  expect([head, line]).toEqual([
    '搜索词,限于,次数,改为显示,最近一次',
    expect.stringMatching(/^'=cmd,产地、价格,3,,\d{4}-/),
  ]);
  expect(await linesOf('/catalogue/venues?state=draft')).toHaveLength(1);
});

test('a workbook comes where one is asked for, JSON everywhere else, and a cache tells them apart', async () => {
  const book = await operator.ask('GET', '/catalogue/brands', undefined, { accept: `${XLSX}, */*` });
  expect([book.header('content-type'), book.bytes.subarray(0, 2).toString()]).toEqual([XLSX, 'PK']);
  const json = await operator.ask('GET', '/catalogue/brands', undefined, { accept: 'text/html,*/*' });
  expect([json.body, json.header('vary')]).toEqual([{ data: [], nextCursor: null }, 'accept']);
});

test('what is refused as a list is refused as a file, by a problem and not by half a file', async () => {
  const accept = { accept: 'text/csv' };
  const shop = house.browser('shop');
  expect((await shop.ask('GET', '/search/synonyms', undefined, accept)).code).toBe('NOT_SIGNED_IN');
  expect((await operator.ask('GET', '/search/synonyms?cursor=x', undefined, accept)).code).toBe('INVALID_INPUT');
  expect((await operator.ask('GET', '/search/synonyms?state=open', undefined, accept)).code).toBe('INVALID_INPUT');
  const [own, foreign] = [await desk.seller(), await desk.seller()];
  const clerk = await house.signedIn({ role: 'supplier', organisationId: own.supplierId });
  expect((await clerk.ask('GET', `/suppliers/${own.supplierId}/leads`, undefined, accept)).status).toBe(200);
  expect((await clerk.ask('GET', `/suppliers/${foreign.supplierId}/leads`, undefined, accept)).code).toBe('NOT_FOUND');
});

test('of files everybody has so many an hour', async () => {
  const shop = house.browser('shop');
  const file = () => shop.ask('GET', '/products', undefined, { accept: 'text/csv' });
  const statuses = [];
  for (let at = 0; at < 61; at += 1) statuses.push((await file()).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([60, 429]);
  expect((await shop.ask('GET', '/products')).status).toBe(200);
});

test('what is for sale comes as it is narrowed', async () => {
  await desk.approved(await desk.seller());
  expect(await linesOf('/products?keyCounty=only')).toHaveLength(1);
  const [head] = await linesOf('/products');
  expect(head).toMatch(/^商品,代码,品类,/);
});
