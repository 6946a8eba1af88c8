import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
let seller: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  seller = await desk.seller();
  await desk.approved(seller);
  await house.rows(`update catalogue.product set name_zh = '示例坡地苹果', gi_kinds = null where id = $1`, [
    seller.productId,
  ]);
});
afterAll(() => house?.close());

const entry = {
  ...{ nameZh: '坡地苹果', nameEn: 'Hillside Apple', kinds: ['地理标志商标'], holder: '示例县苹果协会' },
  ...{ markNumber: '示例 1 号', validFrom: '2020-01-01', validUntil: '2099-12-31', source: '示例公告 2020 年第 1 号' },
};
const { nameZh, ...change } = entry;
const marked = async () =>
  (await house.rows('select from catalogue.gi_right_v where product_id = $1', [seller.productId])).length > 0;

test('operators enter an indication, see who may use it, and marks go with its days', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  const entered = await operator.ask('POST', '/catalogue/indications', entry);
  expect([entered.status, entered.body]).toMatchObject([
    201,
    { name: { zh: nameZh, en: 'Hillside Apple' }, state: 'inForce', users: 0, version: 1, holder: '示例县苹果协会' },
  ]);
  const at = `/catalogue/indications/${entered.body['id'] as string}`;
  await house.rows(
    `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     values ($1, $2, 'geographicalIndication', $3, 'C-9', '2099-01-01', 'valid', now(), 'test', now())`,
    [seller.supplierId, seller.productId, nameZh],
  );
  expect((await operator.ask('GET', at)).body).toMatchObject({ users: 1 });
  const users = async () => (await operator.ask('GET', `${at}/users`)).body['data'];
  expect(await users()).toMatchObject([{ number: 'C-9', product: { id: seller.productId }, marked: true }]);
  expect(await marked()).toBe(true);

  const put = (some: Partial<typeof change>, version: number) =>
    operator.ask('PUT', at, { ...change, ...some }, { 'if-match': `"${version}"` });
  expect((await put({ validUntil: '2021-01-01' }, 7)).code).toBe('STALE_VERSION');
  expect((await put({ validUntil: '2021-01-01' }, 1)).body).toMatchObject({ state: 'expired', version: 2 });
  expect([await marked(), await users()]).toMatchObject([false, [{ marked: false }]]);
  expect((await put({ validFrom: '2099-01-01' }, 2)).body).toMatchObject({ state: 'coming' });
  expect(await marked()).toBe(false);
  expect((await put({}, 3)).body).toMatchObject({ state: 'inForce' });
  expect(await marked()).toBe(true);
  // What was entered, changed three times, and the change that was refused.
  expect(await house.count(`select count(*) from platform.audit_content where subject_kind = 'indication'`)).toBe(5);
});

test.each([
  ['a part of its name', '坡地'],
  ['its name in traditional signs', '坡地蘋果'],
  ['its English name', 'hillside'],
  ['its holder', '苹果协会'],
  ['its number', '示例 1 号'],
])('an indication is found by %s', async (_what, q) => {
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const { body } = await reviewer.ask('GET', `/catalogue/indications?q=${encodeURIComponent(q)}`);
  expect(body['data']).toMatchObject([{ name: { zh: nameZh }, markNumber: '示例 1 号', users: 1 }]);
});

test.each<[string, object, string]>([
  ['a name that is there', {}, 'INDICATION_TAKEN'],
  ['no kind', { nameZh: '别的苹果', kinds: [] }, 'INVALID_INPUT'],
  ['a kind twice', { nameZh: '别的苹果', kinds: ['地理标志商标', '地理标志商标'] }, 'INVALID_INPUT'],
  ['a kind that there is not', { nameZh: '别的苹果', kinds: ['名优特产'] }, 'INVALID_INPUT'],
  ['an end before its start', { nameZh: '别的苹果', validUntil: '2019-12-31' }, 'INVALID_INPUT'],
  ['no source', { nameZh: '别的苹果', source: '' }, 'INVALID_INPUT'],
])('%s is refused, and nothing is written', async (_what, some, code) => {
  const operator = await house.signedIn({ role: 'operator' });
  const before = await house.count('select count(*) from catalogue.indication');
  expect((await operator.ask('POST', '/catalogue/indications', { ...entry, ...some })).code).toBe(code);
  expect(await house.count('select count(*) from catalogue.indication')).toBe(before);
});

test('signs of patterns find nothing, a supplier reads nothing, a reviewer changes nothing', async () => {
  const reviewer = await house.signedIn({ role: 'reviewer' });
  expect((await reviewer.ask('GET', '/catalogue/indications?q=%25_')).status).toBe(200);
  expect((await reviewer.ask('POST', '/catalogue/indications', entry)).code).toBe('FORBIDDEN');
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  expect((await clerk.ask('GET', '/catalogue/indications')).code).toBe('FORBIDDEN');
});
