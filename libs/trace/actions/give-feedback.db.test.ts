import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { openHouse, openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { traceParts } from '../trace-parts';

let shop: Shop;
let house: House;
beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, traceParts] });
});
afterAll(() => house?.close());
beforeEach(() => shop.setClock('0'));

let addresses = 0;
/** Each from an address of its own, so that none eats another's limits. */
const passer = () => house.browser('shop', `192.0.2.${(addresses += 1)}`);
const clerkOf = (organisationId: string) => house.signedIn({ role: 'supplier', organisationId });
type Reader = Awaited<ReturnType<House['signedIn']>>;

async function scanned(): Promise<{ offer: Offer; code: string }> {
  const offer = await shop.offer();
  return { offer, code: (await shop.harvest({ offer, grams: [1_000n] })).code };
}

async function says(code: string, kind: string, words: string): Promise<string> {
  const answer = await passer().ask('POST', `/lots/${code}/feedback`, { kind, words });
  expect(answer.status).toBe(201);
  return answer.body['id'] as string;
}

const read = async (reader: Reader, query = '') => {
  const { status, body } = await reader.ask('GET', `/trace/lot-feedback${query}`);
  expect(status).toBe(200);
  return (body['data'] as { words: string }[]).map(({ words }) => words);
};
const told = async (reader: Reader) =>
  ((await reader.ask('GET', '/me/notices')).body['data'] as { title: string; body: string }[]).map(({ body }) => body);
const counted = ({ supplierId }: Offer) =>
  shop.rows<{ amount: string }>(
    `select sum(amount)::text as amount from admission.signal where supplier_id = $1 and kind = 'complaint' and source like 'lotFeedback:%'
      group by day, source order by day`,
    [supplierId],
  );

test('words about a lot reach its supplier and the platform, and no other supplier', async () => {
  const { offer, code } = await scanned();
  await says(code, 'good', '很甜');
  await says(code, 'safety', '袋子里有异物');
  const [own, other] = [await clerkOf(offer.supplierId), await clerkOf((await shop.offer()).supplierId)];
  const operator = await house.signedIn({ role: 'operator' });
  expect(await read(own)).toEqual(['袋子里有异物', '很甜']);
  expect(await read(own, '?view=complaints')).toEqual(['袋子里有异物']);
  expect(await read(operator, '?kind=safety')).toContain('袋子里有异物');
  expect(await read(other)).toEqual([]);
});

test('the supplier hears of what is not mere praise, the platform of a danger, nobody of it twice', async () => {
  const { offer, code } = await scanned();
  const [own, operator] = [await clerkOf(offer.supplierId), await house.signedIn({ role: 'operator' })];
  await says(code, 'good', '好吃');
  await says(code, 'label', '没有生产日期');
  await says(code, 'safety', '吃了不舒服');
  expect((await told(own)).map((body) => body.split('：')[1])).toEqual(['吃了不舒服', '没有生产日期']);
  expect((await told(operator)).map((body) => body.split('：')[1])).toEqual(['吃了不舒服']);
});

test('monitoring counts complaints once a lot and day, and no longer once the platform says why not', async () => {
  const { offer, code } = await scanned();
  await says(code, 'other', '在哪里能买到');
  expect(await counted(offer)).toEqual([]);
  const ids = [await says(code, 'quality', '不新鲜'), await says(code, 'quality', '有点软')];
  expect(await counted(offer)).toEqual([{ amount: '1' }]);
  await shop.setClock('1 day');
  await says(code, 'safety', '有异味');
  expect(await counted(offer)).toEqual([{ amount: '1' }, { amount: '1' }]);
  const operator = await house.signedIn({ role: 'operator' });
  const dismiss = (id: string) =>
    operator.ask('POST', `/trace/lot-feedback/${id}/dismissal`, { reason: '与本批次无关' });
  expect(await dismiss(ids[0]!)).toMatchObject({ status: 200, body: { dismissed: { reason: '与本批次无关' } } });
  expect(await counted(offer)).toEqual([{ amount: '1' }, { amount: '1' }]);
  expect((await dismiss(ids[0]!)).code).toBe('FEEDBACK_DISMISSED');
  expect((await dismiss(ids[1]!)).status).toBe(200);
  expect(await counted(offer)).toEqual([{ amount: '0' }, { amount: '1' }]);
  expect((await dismiss(await says(code, 'other', '几月上市'))).code).toBe('FEEDBACK_NO_COMPLAINT');
});

test('the supplier answers once, and whoever said it reads the answer behind the code', async () => {
  const { offer, code } = await scanned();
  const id = await says(code, 'quality', '有磕碰');
  const seen = () => passer().ask('GET', `/lots/${code}/feedback/${id}`);
  expect((await seen()).body).toMatchObject({ kind: 'quality', answer: null });
  const own = await clerkOf(offer.supplierId);
  expect(await read(own, '?view=unanswered')).toEqual(['有磕碰']);
  const answer = (by: Reader, words: string) => by.ask('POST', `/trace/lot-feedback/${id}/answer`, { words });
  expect((await answer(await clerkOf((await shop.offer()).supplierId), '不是我们的')).code).toBe('NOT_FOUND');
  expect(await answer(own, '已改用新包装')).toMatchObject({ status: 200, body: { answer: { words: '已改用新包装' } } });
  expect((await answer(own, '再说一次')).code).toBe('FEEDBACK_ANSWERED');
  expect(await read(own, '?view=unanswered')).toEqual([]);
  const answered = await seen();
  expect(answered.body).toMatchObject({ answer: { words: '已改用新包装' } });
  expect(JSON.stringify(answered.body)).not.toContain('有磕碰');
  const other = await scanned();
  expect((await passer().ask('GET', `/lots/${other.code}/feedback/${id}`)).code).toBe('NOT_FOUND');
});

test('nobody of the supplier says that a complaint does not count', async () => {
  const { offer, code } = await scanned();
  const id = await says(code, 'safety', '有异味');
  const own = await clerkOf(offer.supplierId);
  expect((await own.ask('POST', `/trace/lot-feedback/${id}/dismissal`, { reason: '这条投诉不认可' })).status).toBe(403);
  await shop.rows(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by)
     select person_id, 'operator', now(), 'test' from identity.role_grant_v where role = 'supplier' and organisation_id = $1`,
    [offer.supplierId],
  );
  expect((await own.ask('POST', `/trace/lot-feedback/${id}/dismissal`, { reason: '这条投诉不认可' })).code).toBe(
    'FEEDBACK_OWN_GOODS',
  );
  expect(await counted(offer)).toEqual([{ amount: '1' }]);
});

test('a code that is of no lot is not found', async () => {
  const answer = await passer().ask('POST', '/lots/LOT-NOBODY-KNOWS/feedback', { kind: 'other', words: '你好' });
  expect(answer.code).toBe('NOT_FOUND');
});
