import { openHouse, type House } from '@xihuo/testing';

/** How somebody wants the lists of the console goes with the person, on whatever device. */

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

type Who = Awaited<ReturnType<House['signedIn']>>;

const LATE = { name: '超时', search: 'view=late&sort=-due', look: { hidden: ['county'], order: ['due', 'name'] } };
const wish = (list: string, more: object = {}) => ({ list, look: { hidden: [], order: [] }, views: [LATE], ...more });
const put = (who: Who, version: number, body: object) =>
  who.ask('PUT', '/me/lists', body, { 'if-match': `"${version}"` });
const lists = async (who: Who) => (await who.ask('GET', '/me/lists')).body['data'] as { list: string }[];

test('what is kept is read on every device of the person and by nobody else; who saw an older one is told', async () => {
  const [one, other] = [await house.signedIn({ role: 'reviewer' }), await house.signedIn({ role: 'reviewer' })];
  expect(await lists(one)).toEqual([]);
  expect(await put(one, 1, wish('applications'))).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await lists(one)).toEqual([{ ...wish('applications'), version: 2 }]);
  expect(await lists(other)).toEqual([]);
  expect(await put(one, 1, wish('applications', { views: [] }))).toMatchObject({
    ...{ status: 412, code: 'STALE_VERSION', body: { version: 2 } },
  });
  expect(await put(one, 2, wish('applications', { views: [] }))).toMatchObject({ body: { version: 3 } });
  // Two devices at once: one of them has to look again.
  const both = await Promise.all([put(one, 1, wish('orders')), put(one, 1, wish('orders'))]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('there is an end to what one person keeps', async () => {
  const one = await house.signedIn({ role: 'reviewer' });
  const many = Array.from({ length: 21 }, (_, at) => ({ ...LATE, name: `视图 ${at}` }));
  expect((await put(one, 1, wish('orders', { views: many }))).status).toBe(422);
  expect((await put(one, 1, wish('orders', { views: many.slice(1) }))).status).toBe(200);
  expect((await put(one, 1, wish('a list', {}))).status).toBe(422);
  await house.rows(
    `insert into identity.desk_list (person_id, list, look, views, version, changed_at)
     select kept.person_id, 'list-' || n, kept.look, '[]', 2, kept.changed_at - make_interval(secs => n)
       from identity.desk_list kept, generate_series(1, 99) n
      where kept.person_id = (select max(person_id::text)::uuid from identity.desk_list where list = 'orders' and jsonb_array_length(views) = 20)`,
  );
  expect((await put(one, 1, wish('one-more'))).status).toBe(200);
  const kept = (await lists(one)).map(({ list }) => list);
  expect(kept).toHaveLength(100);
  expect(kept).toEqual(expect.arrayContaining(['one-more', 'orders', 'list-98']));
  expect(kept).not.toContain('list-99');
});

test('views that are too much together are refused by name before anything is written; up to the last byte they are kept', async () => {
  const one = await house.signedIn({ role: 'reviewer' });
  const bytesOf = async (views: object[]) =>
    house.count('select octet_length($1::jsonb::text)', [JSON.stringify(views)]);
  // Whole Chinese signs are three bytes each: twenty searches as long as they may be are too much, each by itself is not.
  const many = (search: string) =>
    Array.from({ length: 20 }, (_, at) => ({
      ...LATE,
      name: `视图 ${at}`,
      search: at === 0 ? search : '苹'.repeat(1050),
    }));
  const empty = await bytesOf(many(''));
  const room = 65_536 - empty;
  const whole = many('果'.repeat(Math.floor(room / 3)) + 'a'.repeat(room % 3));
  expect(await bytesOf(whole)).toBe(65_536);
  const over = many('果'.repeat(Math.floor(room / 3)) + 'a'.repeat((room % 3) + 1));
  expect(await put(one, 1, wish('full', { views: over }))).toMatchObject({ status: 422, code: 'VIEWS_TOO_LARGE' });
  const longest = Array.from({ length: 20 }, (_, at) => ({ ...LATE, name: `${at}`, search: '"'.repeat(2000) }));
  expect((await put(one, 1, wish('full', { views: longest }))).code).toBe('VIEWS_TOO_LARGE');
  expect(await lists(one)).toEqual([]);
  expect((await put(one, 1, wish('full', { views: [{ ...LATE, search: '\u0000' }] }))).status).toBe(422);
  expect((await put(one, 1, wish('full', { views: whole }))).status).toBe(200);
});

test('a view of a search in Chinese is kept', async () => {
  const one = await house.signedIn({ role: 'reviewer' });
  // A search in Chinese is nine signs each in the address: sixty of them and a few choices besides fit.
  const search = `q=${encodeURIComponent('苹'.repeat(60))}&view=late&sort=-due`;
  expect((await put(one, 1, wish('searched', { views: [{ ...LATE, search }] }))).status).toBe(200);
});

test('that a list is taken away is in the trail, by what it was narrowed and not to whose name; and there is an end to it', async () => {
  const one = await house.signedIn({ role: 'reviewer' });
  const away = { list: 'households', by: ['q', 'owed'], rows: 41 };
  expect((await one.ask('POST', '/me/list-files', away)).status).toBe(204);
  const told = await house.rows<{ action: string; after: object }>(
    `select content::json ->> 'action' as action, content::json -> 'after' as after from platform.audit_content
      where subject_kind = 'list' and subject_id = 'households'`,
  );
  expect(told).toEqual([{ action: 'list.takeAway', after: away }]);
  expect((await one.ask('POST', '/me/list-files', { ...away, words: '张三' })).status).toBe(422);
  expect((await house.browser('console').ask('POST', '/me/list-files', away)).code).toBe('NOT_SIGNED_IN');
  const statuses = [];
  for (let at = 0; at < 60; at += 1) statuses.push((await one.ask('POST', '/me/list-files', away)).status);
  expect([statuses.filter((status) => status === 204).length, statuses.at(-1)]).toEqual([59, 429]);
});
