import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import type { Grant } from '@xihuo/platform';
import { whatIsMissing } from '../actions/what-is-missing';
import { catalogueParts } from '../catalogue-parts';

/** Names that the register of geographical indications protects stand on goods only with the paper to use them. */
let house: House;
let desk: ProductDesk;

const NAME = '坡地苹果';

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  await house.rows(
    `insert into catalogue.indication (name_zh, name_en, kinds, source) values ($1, 'Hillside Apple', '{地理标志商标}', 'test')`,
    [NAME],
  );
});
afterAll(() => house?.close());

async function selling(): Promise<Seller> {
  const seller = await desk.seller();
  await desk.approved(seller);
  return seller;
}
const call = ({ productId }: Seller, zh: string, en = 'Apple') =>
  house.rows('update catalogue.product set name_zh = $2, name_en = $3 where id = $1', [productId, zh, en]);
const certify = ({ supplierId, productId }: Seller, scope: string, validUntil = '2099-01-01') =>
  house.rows(
    `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     values ($1, $2, 'geographicalIndication', $3, 'C-' || $3 || $4, $4::date, 'valid', now(), 'test', now())`,
    [supplierId, productId, scope, validUntil],
  );

test('goods called by an indication are on sale with the paper to use it, as long as it is valid, and off without', async () => {
  const seller = await selling();
  expect(await desk.maySell(seller)).toBe(true);
  await call(seller, `示例${NAME}礼盒`);
  const grants: Grant[] = [
    { role: 'supplier', organisationId: seller.supplierId, jurisdiction: null, householdId: null },
  ];
  const missing = async () => {
    const { maySell, steps } = await whatIsMissing(house.database, grants, seller);
    return [maySell, steps.find(({ step }) => step === 'wordsLawful')?.sentence.zh.includes(NAME)];
  };
  expect([await desk.maySell(seller), await missing()]).toEqual([false, [false, true]]);
  await certify(seller, '另一种苹果');
  await certify(seller, NAME, '2020-01-01');
  expect(await desk.maySell(seller)).toBe(false);
  await certify(seller, NAME);
  expect([await desk.maySell(seller), await missing()]).toEqual([true, [true, false]]);
  await house.rows(`update admission.certificate set valid_until = '2020-01-02' where supplier_id = $1`, [
    seller.supplierId,
  ]);
  expect(await desk.maySell(seller)).toBe(false);
  // What the register no longer protects asks for nothing.
  await house.rows(`update catalogue.indication set valid_until = '2020-01-01' where name_zh = $1`, [NAME]);
  expect(await desk.maySell(seller)).toBe(true);
  await house.rows(`update catalogue.indication set valid_until = null where name_zh = $1`, [NAME]);
  await call(seller, '示例苹果');
  expect(await desk.maySell(seller)).toBe(true);
});

test('an entry of the register asks at once of goods that bear its name, also in English and in traditional signs', async () => {
  const [latin, traditional] = [await selling(), await selling()];
  await call(latin, '岭上梨', 'Best RIDGE  pear');
  await call(traditional, '嶺上蘋果');
  expect([await desk.maySell(latin), await desk.maySell(traditional)]).toEqual([true, true]);
  await house.rows(
    `insert into catalogue.indication (name_zh, name_en, kinds, source)
     values ('山脊梨', 'Ridge Pear', '{地理标志商标}', 'test'), ('岭上苹果', 'Lingshang Apple', '{地理标志商标}', 'test')`,
  );
  expect([await desk.maySell(latin), await desk.maySell(traditional)]).toEqual([false, false]);
  await certify(latin, '山脊梨');
  await certify(traditional, '岭上苹果');
  expect([await desk.maySell(latin), await desk.maySell(traditional)]).toEqual([true, true]);
});

test('of an indication within another the longer one asks', async () => {
  const seller = await selling();
  await house.rows(
    `insert into catalogue.indication (name_zh, name_en, kinds, source) values ('坡地苹果脆片', 'Crisps of the hill', '{地理标志商标}', 'test')`,
  );
  await call(seller, '坡地苹果脆片');
  await certify(seller, NAME);
  expect(await desk.maySell(seller)).toBe(false);
  await certify(seller, '坡地苹果脆片');
  expect(await desk.maySell(seller)).toBe(true);
});

test('a dossier that gives goods the name of an indication is sent with the paper to use it, or not at all', async () => {
  const seller = await selling();
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}/dossier`;
  const at = (version: unknown) => ({ 'if-match': `"${String(version)}"` });
  const facts = {
    ...{ name: { zh: `精选${NAME}`, en: 'Choice apple' }, category: 'fruit', regionCode: '610629' },
    ...{ storage: 'ambient', shelfLifeDays: 60, scClass: null },
  };
  const read = await clerk.ask('GET', path);
  const saved = await clerk.ask('PUT', `${path}/facts`, facts, at(read.body['version']));
  const form = saved.body['form'] as { marks: object[] };
  const send = async (marks: object[]) => {
    const { body } = await clerk.ask('GET', path);
    const kept = await clerk.ask('PUT', path, { ...form, marks }, at(body['version']));
    expect(kept.status).toBe(200);
    return clerk.ask('POST', `${path}/send`, {}, at(kept.body['version']));
  };
  const mark = { kind: 'geographicalIndication', number: 'C-1', holder: '示例', fileId: null };
  const refused = {
    ...{ status: 422, code: 'TEXT_UNLAWFUL' },
    body: { findings: [{ rule: 'indicationName', field: 'nameZh', word: NAME, weight: 'blocks' }] },
  };
  expect(await send([])).toMatchObject(refused);
  expect(await send([{ ...mark, indication: '另一种苹果', validUntil: '2099-01-01' }])).toMatchObject(refused);
  expect(await send([{ ...mark, indication: NAME, validUntil: '2020-01-01' }])).toMatchObject(refused);
  expect(
    await house.count(`select count(*) from admission.product_dossier where product_id = $1`, [seller.productId]),
  ).toBe(1);
  expect(await send([{ ...mark, indication: NAME, validUntil: '2099-01-01' }])).toMatchObject({ status: 200 });
});
