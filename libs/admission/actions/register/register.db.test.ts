import { randomUUID } from 'node:crypto';
import { openReviewDesk, type ReviewDesk } from '@xihuo/testing';
import { listRegister, summariseRegister, supplierPage } from './read-register';
import { registerFile } from './register-file';

let desk: ReviewDesk;
const names = new Map<string, string>();
beforeAll(async () => {
  desk = await openReviewDesk();
  await admitted('洛川（老庙）苹果专业合作社', 'Laomiao Apple Cooperative', '610629');
  await admitted('万州红橘有限公司', 'Wanzhou Tangerine Co., Ltd.', '500101');
  await admitted('宜川苹果农场', 'Yichuan apples', '610630');
});
afterAll(() => desk?.close());

async function admitted(nameZh: string, nameEn: string, county: string): Promise<string> {
  const { id, supplierId } = await desk.application({ countyCode: county });
  await desk.rows('update registry.organisation set name_zh = $2, name_en = $3, uscc = $4 where id = $1', [
    supplierId,
    nameZh,
    nameEn,
    `91${county}MA00000000`,
  ]);
  await desk.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     values ($1, $2, '2020-01-01', '2099-01-01')`,
    [supplierId, id],
  );
  names.set(supplierId, nameZh);
  return supplierId;
}

const found = async (filter: object) =>
  (await listRegister(desk.database, { limit: 24, ...filter })).data
    .map(({ supplierId }) => names.get(supplierId))
    .sort();
const idOf = (name: string) => [...names].find(([, known]) => known === name)![0];

test.each([
  ['two signs in the middle of a name', { q: '苹果' }, ['宜川苹果农场', '洛川（老庙）苹果专业合作社']],
  ['over what people leave out', { q: '洛川老庙苹果' }, ['洛川（老庙）苹果专业合作社']],
  ['one sign', { q: '橘' }, ['万州红橘有限公司']],
  ['both signs, but not side by side', { q: '果苹' }, []],
  ['English, whatever the letters', { q: 'APPLE' }, ['宜川苹果农场', '洛川（老庙）苹果专业合作社']],
  ['wide letters', { q: 'ｔａｎｇｅｒｉｎｅ' }, ['万州红橘有限公司']],
  ['signs of patterns are signs', { q: '%果' }, ['宜川苹果农场', '洛川（老庙）苹果专业合作社']],
  ['a code', { q: '91500101ma00000000' }, ['万州红橘有限公司']],
  ['part of a code', { q: '91500101ma' }, ['万州红橘有限公司']],
  ['a province', { province: '500000' }, ['万州红橘有限公司']],
  ['a county', { county: '610630' }, ['宜川苹果农场']],
  ['a kind nobody is', { kind: 'trader' }, []],
  ['a name and a place', { q: '苹果', county: '610629' }, ['洛川（老庙）苹果专业合作社']],
])('the register finds %s', async (_what, filter, expected) => {
  expect(await found(filter)).toEqual([...expected].sort());
});

test('the number of a supplier in the register finds it', async () => {
  expect(await found({ q: idOf('宜川苹果农场').toUpperCase() })).toEqual(['宜川苹果农场']);
});

test('a standing is found while its measure is open, and no longer', async () => {
  const supplierId = idOf('万州红橘有限公司');
  const [measure] = await desk.rows<{ id: string }>(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, published_at)
     values ($1, 'suspension', '抽检不合格', 'person:test', platform.business_now(), platform.business_now()) returning id`,
    [supplierId],
  );
  expect(await found({ standing: 'suspended' })).toEqual(['万州红橘有限公司']);
  expect(await found({ standing: 'certified' })).toHaveLength(2);
  expect((await supplierPage(desk.database, supplierId)).measures).toMatchObject([
    { kind: 'suspension', state: 'inForce', reason: { zh: '抽检不合格', en: '抽检不合格' }, endedOn: null },
  ]);
  const page = await supplierPage(desk.database, supplierId);
  expect([page.standing, page.standingSince > page.certifiedOn!]).toEqual(['suspended', true]);
  const { data } = await summariseRegister(desk.database);
  expect(data.find(({ province }) => province.code === '500000')).toMatchObject({
    suppliers: 1,
    maySell: 0,
    suspended: 1,
  });
  await desk.rows(`update admission.measure set ended_at = now(), state = 'lifted' where id = $1`, [measure!.id]);
  expect(await found({ standing: 'suspended' })).toEqual([]);
});

test('pages follow one another without a gap', async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listRegister(desk.database, { limit: 1, ...(cursor === null ? {} : { cursor }) });
    seen.push(...page.data.map(({ supplierId }) => supplierId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([...names.keys()].sort());
});

test('whose term is over stands in the register as one that sells nothing', async () => {
  const [id] = [...names].find(([, name]) => name === '宜川苹果农场')!;
  const lasting = async (until: string) => {
    await desk.rows(
      `update admission.certification set certified_on = '2019-01-01', valid_until = $2 where supplier_id = $1`,
      [id, until],
    );
    return (await supplierPage(desk.database, id)).maySell;
  };
  expect([await lasting('2020-01-01'), await lasting('2099-01-01')]).toEqual([false, true]);
});

test('who was never admitted has no page', async () => {
  const { supplierId } = await desk.application();
  await expect(supplierPage(desk.database, supplierId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(supplierPage(desk.database, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the file of a province holds its suppliers, and nobody else', async () => {
  const json = await registerFile(desk.database, { province: '610000', format: 'json' });
  const { suppliers } = JSON.parse(Buffer.from(json.bytes).toString('utf8')) as { suppliers: { supplierId: string }[] };
  expect(suppliers.map(({ supplierId }) => names.get(supplierId)).sort()).toEqual([
    '宜川苹果农场',
    '洛川（老庙）苹果专业合作社',
  ]);
  const csv = Buffer.from((await registerFile(desk.database, { province: '610000', format: 'csv' })).bytes).toString(
    'utf8',
  );
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv).toContain('宜川苹果农场');
});

test('a rare name is found behind however many others, and page by page', async () => {
  await desk.rows(
    `with many as (
       insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
       select gen_random_uuid(), 'many' || n, case when n % 400 = 0 then '珍稀木耳社' else '普通合作社' end || n, 'Many', 'cooperative', '610629'
         from generate_series(1, 2000) n returning id
     ), application as (
       insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version)
       select id, 'cooperative', '610629', 'certified', '{}', 'test-' from many returning id, supplier_id
     )
     insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     select supplier_id, id, '2020-01-01', '2099-01-01' from application`,
  );
  const first = await listRegister(desk.database, { q: '木耳', limit: 3 });
  const second = await listRegister(desk.database, { q: '木耳', limit: 3, cursor: first.nextCursor! });
  const all = [...first.data, ...second.data].map(({ name }) => name.zh);
  expect([first.data.length, second.data.length, second.nextCursor]).toEqual([3, 2, null]);
  expect(new Set(all).size).toBe(5);
  expect(all.every((name) => name.startsWith('珍稀木耳社'))).toBe(true);
  const placed = await listRegister(desk.database, { q: '木耳', county: '610629', limit: 100 });
  expect(placed.data).toHaveLength(5);
  expect((await listRegister(desk.database, { q: '合作社', limit: 100 })).data).toHaveLength(100);
});
