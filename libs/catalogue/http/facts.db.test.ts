import { admissionParts, products } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { takeApprovedFacts } from '../actions/take-approved-facts';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
type Browser = Awaited<ReturnType<House['signedIn']>>;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

const at = (version: number) => ({ 'if-match': `"${version}"` });
const FACTS = {
  ...{ name: { zh: '高山脆苹果', en: 'Crisp mountain apple' }, category: 'fruit', regionCode: '610629' },
  ...{ storage: 'chilled', shelfLifeDays: 60, scClass: null },
};

async function selling(): Promise<{ seller: Seller; clerk: Browser; path: string }> {
  const seller = await desk.seller();
  await desk.approved(seller);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  return { seller, clerk, path: `/suppliers/${seller.supplierId}/products/${seller.productId}/dossier` };
}

async function named({ productId }: Seller) {
  const [row] = await house.rows<{ name_zh: string; storage: string; perishable: boolean }>(
    'select name_zh, storage, perishable from catalogue.product where id = $1',
    [productId],
  );
  return row!;
}

async function approveNewest(seller: Seller): Promise<void> {
  const [row] = await house.rows<{ id: string; version: number }>(
    `select id, row_version as version from admission.product_dossier where product_id = $1 and state = 'submitted'`,
    [seller.productId],
  );
  const items = ['P04', 'P05', 'P06', 'P12'].map((criterion) => ({ criterion, result: 'pass' as const, note: '核对' }));
  const reviewer = await desk.person('reviewer');
  const wanted = { id: row!.id, version: row!.version, items, reason: '逐项核对完毕' };
  await desk.by(reviewer, (tx) => products.approveDossier(tx, desk, wanted));
}

test('what a product is changes with the next version of its dossier: shown to the reviewer, in the shop once approved', async () => {
  const { seller, clerk, path } = await selling();
  const before = await named(seller);
  const read = await clerk.ask('GET', path);
  expect(read.body).toMatchObject({ standing: { name: { zh: before.name_zh }, storage: 'ambient' }, wanted: null });
  const version = read.body['version'] as number;
  const saved = await clerk.ask('PUT', `${path}/facts`, FACTS, at(version));
  expect(saved.body).toMatchObject({ wanted: FACTS, standing: { name: { zh: before.name_zh } }, factsFixed: null });
  const form = { ...(saved.body['form'] as object) };
  const kept = await clerk.ask('PUT', path, form, at(saved.body['version'] as number));
  const sent = await clerk.ask('POST', `${path}/send`, {}, at(kept.body['version'] as number));
  expect(sent.status).toBe(200);
  expect(await named(seller)).toEqual(before);

  const [dossier] = await house.rows<{ id: string }>(
    `select id from admission.product_dossier where product_id = $1 and state = 'submitted'`,
    [seller.productId],
  );
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const shown = await reviewer.ask('GET', `/admission/dossiers/${dossier!.id}`);
  expect(shown.body['facts']).toMatchObject({
    nameZh: '高山脆苹果',
    storage: 'chilled',
    shelfLifeDays: 60,
    perishable: true,
  });
  expect(shown.body['changed']).toEqual(
    expect.arrayContaining(['/facts/nameZh', '/facts/storage', '/facts/shelfLifeDays']),
  );

  // The form is empty of papers, so machines find faults; people decide, and the event tells catalogue.
  await approveNewest(seller);
  const [event] = await house.rows<{ payload: { supplierId: string; productId: string } }>(
    `select payload from platform.outbox_event where name = 'dossierApproved' order by id desc limit 1`,
  );
  expect(event!.payload).toMatchObject({ supplierId: seller.supplierId, productId: seller.productId });
  await house.does((tx) => takeApprovedFacts(tx, [event!.payload]));
  expect(await named(seller)).toEqual({ name_zh: '高山脆苹果', storage: 'chilled', perishable: true });
  // The same event again changes nothing.
  await house.does((tx) => takeApprovedFacts(tx, [event!.payload, event!.payload]));
  const lines = await house.rows(
    `select from platform.audit_content where subject_id = $1 and content::json ->> 'action' = 'product.facts'`,
    [seller.productId],
  );
  expect(lines).toHaveLength(1);
  expect((await clerk.ask('GET', path)).body).toMatchObject({ standing: FACTS });
});

test('what equals the shop takes a wish back; what others sell too, or a register says, is not changed by one of them', async () => {
  const { seller, clerk, path } = await selling();
  const { standing, version } = (await clerk.ask('GET', path)).body as {
    standing: typeof FACTS & { origin: string };
    version: number;
  };
  const { origin: _origin, ...same } = standing;
  const saved = await clerk.ask('PUT', `${path}/facts`, FACTS, at(version));
  const back = await clerk.ask('PUT', `${path}/facts`, same, at(saved.body['version'] as number));
  expect(back.body).toMatchObject({ wanted: null });
  const now = back.body['version'] as number;
  expect((await clerk.ask('PUT', `${path}/facts`, FACTS, at(now - 1))).code).toBe('STALE_VERSION');
  const unlawful = await clerk.ask(
    'PUT',
    `${path}/facts`,
    { ...FACTS, name: { zh: '第一苹果', en: 'Apple' } },
    at(now),
  );
  expect([unlawful.code, unlawful.body['findings']]).toMatchObject(['TEXT_UNLAWFUL', [{ field: 'nameZh' }]]);
  expect((await clerk.ask('PUT', `${path}/facts`, { ...FACTS, regionCode: '999999' }, at(now))).code).toBe(
    'REGION_UNKNOWN',
  );
  await house.rows(`update catalogue.product set gi_kinds = '{地理标志商标}', gi_source = 'test' where id = $1`, [
    seller.productId,
  ]);
  const registered = await clerk.ask('PUT', `${path}/facts`, FACTS, at(now));
  expect([registered.code, registered.body['why']]).toEqual(['FACTS_FIXED', 'registered']);
  await desk.seller({ productId: seller.productId });
  const shared = await clerk.ask('PUT', `${path}/facts`, FACTS, at(now));
  expect([shared.code, shared.body['why']]).toEqual(['FACTS_FIXED', 'shared']);
});

test('a product that is called as a protected one is judged as one, whoever enters it', async () => {
  const { productId: registered } = await desk.seller();
  await house.rows(
    `update catalogue.product set name_zh = '定西马铃薯', name_en = 'Dingxi potato', gi_kinds = '{地理标志商标}', gi_source = 'test' where id = $1`,
    [registered],
  );
  const seller = await desk.seller();
  const call = (zh: string) =>
    house.rows(`update catalogue.product set name_zh = $2, name_en = 'Sand tuber' where id = $1`, [
      seller.productId,
      zh,
    ]);
  await call('沙地土豆');
  const judgedAs = async (id: string) =>
    (
      await house.rows<{ kinds: string[] }>(
        `select evidence -> 'dossier' -> 'product' -> 'giKinds' as kinds from admission.product_dossier where id = $1`,
        [id],
      )
    )[0]!.kinds;
  expect(await judgedAs(await desk.sent(seller))).toEqual([]);
  await call('沙地定西馬鈴薯');
  expect(await judgedAs(await desk.sent(seller, { brand: '示例', trademarkNumber: '1' }))).toEqual(['地理标志商标']);
});
