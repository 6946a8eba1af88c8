import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { indexAll } from '../actions/search/index-products';
import { productBySlug } from '../actions/product-by-slug';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
type Browser = Awaited<ReturnType<House['signedIn']>>;
let operator: Browser;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  operator = await house.signedIn({ role: 'operator' });
});
afterAll(() => house?.close());

const REASON = { reason: '平台自有业务供货' };

async function selling(): Promise<Seller & { slug: string; name: string }> {
  const seller = await desk.seller();
  await desk.approved(seller);
  const [row] = await house.rows<{ slug: string; name: string }>(
    'select slug, name_zh as name from catalogue.product where id = $1',
    [seller.productId],
  );
  return { ...seller, ...row! };
}

async function labels({ slug }: { slug: string }) {
  return (await productBySlug(house.database, slug))!.product.offers[0]!.labels;
}

async function day(offset: number): Promise<string> {
  const [row] = await house.rows<{ day: string }>(
    `select ((platform.business_now() at time zone 'Asia/Shanghai')::date + $1::integer)::text as day`,
    [offset],
  );
  return row!.day;
}

test('an operator finds a listing and says that the platform itself sells it; the page says so at once, and the record why', async () => {
  const goods = await selling();
  const found = await operator.ask('GET', `/catalogue/listings?q=${encodeURIComponent(goods.name)}`);
  expect(found.body['data']).toMatchObject([{ supplier: { id: goods.supplierId }, product: { id: goods.productId } }]);
  const path = `/catalogue/listings/${goods.supplierId}/${goods.productId}/own-account`;
  const on = await operator.ask('PUT', path, { ownAccount: true, ...REASON });
  expect(on.body).toMatchObject({ ownAccount: true, product: { id: goods.productId } });
  expect(await labels(goods)).toEqual({ ownAccount: true, advertised: false });
  const all = await operator.ask('GET', '/catalogue/own-account');
  expect(all.body['data']).toMatchObject([{ product: { id: goods.productId } }]);
  // The same again is nothing new.
  await operator.ask('PUT', path, { ownAccount: true, ...REASON });
  await operator.ask('PUT', path, { ownAccount: false, reason: '改由合作社供货' });
  expect(await labels(goods)).toEqual({ ownAccount: false, advertised: false });
  const lines = await house.rows<{ after: object }>(
    `select content::json -> 'after' as after from platform.audit_content
      where subject_id = $1 and content::json ->> 'action' = 'label.ownAccount' order by entry_id`,
    [goods.productId],
  );
  expect(lines.map(({ after }) => after)).toEqual([
    { ownAccount: true, ...REASON },
    { ownAccount: false, reason: '改由合作社供货' },
  ]);
});

test('a placement that somebody paid for is marked on its days, on card and page, and no longer than that', async () => {
  const goods = await selling();
  const { supplierId, productId } = goods;
  const entered = await operator.ask('POST', '/catalogue/placements', {
    ...{ supplierId, productId, startsOn: await day(0), endsOn: await day(3), contract: '推广合同 2026-11' },
  });
  expect([entered.status, entered.body['state']]).toEqual([201, 'running']);
  await house.does((tx) => indexAll(tx));
  const card = async () => {
    const answer = await operator.ask('GET', `/products?supplier=${supplierId}`);
    return (answer.body['data'] as { advertised: boolean }[]).map(({ advertised }) => advertised);
  };
  expect(await labels(goods)).toEqual({ ownAccount: false, advertised: true });
  expect(await card()).toEqual([true]);
  const twice = { supplierId, productId, startsOn: await day(3), endsOn: await day(5), contract: '推广合同 2026-12' };
  expect((await operator.ask('POST', '/catalogue/placements', twice)).code).toBe('PLACEMENT_OVERLAPS');
  const ended = await operator.ask('POST', `/catalogue/placements/${String(entered.body['id'])}/end`, REASON);
  expect(ended.body).toMatchObject({ state: 'ended' });
  expect(await labels(goods)).toEqual({ ownAccount: false, advertised: false });
  expect((await operator.ask('POST', `/catalogue/placements/${String(entered.body['id'])}/end`, REASON)).code).toBe(
    'NOT_AT_THIS_STEP',
  );
  const next = await operator.ask('POST', '/catalogue/placements', twice);
  expect(next.body).toMatchObject({ state: 'coming' });
  expect(await card()).toEqual([false]);
  const listed = await operator.ask('GET', '/catalogue/placements');
  expect((listed.body['data'] as { state: string }[]).map(({ state }) => state)).toEqual(['coming', 'ended']);
});

test('nothing is labelled that nobody sells, for days that are over, or by anybody but an operator', async () => {
  const goods = await selling();
  const { supplierId, productId } = goods;
  const past = { supplierId, productId, startsOn: await day(-9), endsOn: await day(-1), contract: '推广合同' };
  expect((await operator.ask('POST', '/catalogue/placements', past)).code).toBe('PLACEMENT_PAST');
  const turned = { ...past, startsOn: await day(2), endsOn: await day(1) };
  expect((await operator.ask('POST', '/catalogue/placements', turned)).status).toBe(422);
  const stranger = (await desk.seller()).supplierId;
  const nobody = { ...past, supplierId: stranger, endsOn: await day(1) };
  expect((await operator.ask('POST', '/catalogue/placements', nobody)).code).toBe('NOT_FOUND');
  const path = `/catalogue/listings/${supplierId}/${productId}/own-account`;
  const supplier = await house.signedIn({ role: 'supplier', organisationId: supplierId });
  expect((await supplier.ask('PUT', path, { ownAccount: true, ...REASON })).code).toBe('FORBIDDEN');
  expect((await operator.ask('PUT', path.replace(supplierId, stranger), { ownAccount: true, ...REASON })).code).toBe(
    'NOT_FOUND',
  );
});

test('what the law wants read before buying is on the page also of goods whose supplier said nothing of it', async () => {
  const goods = await selling();
  const notice = async () => (await productBySlug(house.database, goods.slug))!.product.notice;
  expect(await notice()).toBeNull();
  await house.rows(`update catalogue.product set name_zh = '示例青稞酒', category = 'beverage' where id = $1`, [
    goods.productId,
  ]);
  expect(await notice()).toMatchObject({ zh: expect.stringContaining('不得向未成年人销售') });
});
