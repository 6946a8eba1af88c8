import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

type Browser = Awaited<ReturnType<House['signedIn']>>;

async function selling(): Promise<{ seller: Seller; clerk: Browser; path: string; skuId: string }> {
  const seller = await desk.seller();
  await desk.approved(seller);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}`;
  const [sku] = await house.rows<{ id: string }>('select id from catalogue.sku where supplier_id = $1', [
    seller.supplierId,
  ]);
  return { seller, clerk, path, skuId: sku!.id };
}

const at = (version: number) => ({ 'if-match': `"${version}"` });
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const changeOf = (body: Record<string, unknown>) => body['change'] as Record<string, unknown> & { id: string };

test('while a dossier waits prices move within the band of what is judged, and what lies beyond is staged', async () => {
  const seller = await desk.seller();
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}`;
  const listing = async () => (await clerk.ask('GET', `${path}/listing`)).body;
  const [pack] = (await listing())['packs'] as { skuId: string }[];
  const set = (amount: string, version: number) =>
    clerk.ask('PUT', `${path}/prices`, { prices: [{ skuId: pack!.skuId, price: cny(amount) }] }, at(version));
  const outcomes = ({ body }: { body: Record<string, unknown> }) =>
    (body['prices'] as { outcome: string }[]).map(({ outcome }) => outcome);
  expect(outcomes(await set('3000', 1))).toEqual(['holds']);
  await desk.sent(seller);
  expect(outcomes(await set('9900', 2))).toEqual(['waits']);
  expect(await listing()).toMatchObject({
    packs: [{ price: cny('3000'), band: { lowest: cny('2700'), highest: cny('3300') } }],
    change: { state: 'draft', changes: [{ field: 'price', before: cny('3000'), after: cny('9900') }] },
  });
  const added = await clerk.ask('POST', `${path}/packs`, { pack: '1kg', price: cny('1') }, at(3));
  const packs = added.body['packs'] as { pack: string; opened: boolean }[];
  expect(packs.filter(({ pack: words }) => words === '1kg')).toMatchObject([{ opened: false }]);
});

test('a price that is taken back waits for nobody any longer', async () => {
  const { clerk, path, skuId } = await selling();
  const set = (amount: string, version: number) =>
    clerk.ask('PUT', `${path}/prices`, { prices: [{ skuId, price: cny(amount) }] }, at(version));
  const change = async () => changeOf((await clerk.ask('GET', `${path}/listing`)).body);
  await set('9900', 1);
  expect(await change()).toMatchObject({ state: 'draft', changes: [{ after: cny('9900') }] });
  await set('1990', 2);
  expect(await change()).toMatchObject({ state: 'cancelled' });
  await clerk.ask('PUT', `${path}/listing/change`, { fields: { taglineZh: '脆' } }, at(3));
  await set('9900', 4);
  await set('2000', 5);
  expect(await change()).toMatchObject({ state: 'draft', changes: [{ field: 'taglineZh' }] });
  await set('9900', 6);
  await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(7));
  // What lies before a reviewer is taken back as a whole, or not at all.
  expect((await set('1990', 8)).code).toBe('NOT_AT_THIS_STEP');
});

test('what tells a pack on sale from others is shown once somebody has looked, and holds no word that may not stand', async () => {
  const { seller, clerk, path, skuId } = await selling();
  const put = (value: string, version: number) =>
    clerk.ask('PUT', `${path}/packs/${skuId}`, { gtin: null, options: [{ name: '等级', value }] }, at(version));
  const shown = async () =>
    (await house.rows<{ options: object[] }>('select options from catalogue.sku where id = $1', [skuId]))[0]!.options;
  const unlawful = await put('全国第一', 1);
  expect([unlawful.status, unlawful.code]).toEqual([422, 'TEXT_UNLAWFUL']);
  const added = await clerk.ask('POST', `${path}/packs`, { pack: '1kg降血糖装', price: cny('3900') }, at(1));
  expect([added.code, added.body['findings']]).toMatchObject(['TEXT_UNLAWFUL', [{ field: 'pack', word: '降血糖' }]]);
  const staged = await put('大果', 1);
  expect(staged.status).toBe(200);
  expect(await shown()).toEqual([]);
  expect(changeOf(staged.body)).toMatchObject({
    state: 'draft',
    changes: [{ field: 'options', sku: { id: skuId }, before: [], after: [{ name: '等级', value: '大果' }] }],
  });
  const sent = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(2));
  expect((await put('中果', 3)).code).toBe('NOT_AT_THIS_STEP');
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const queue = await reviewer.ask('GET', `/catalogue/changes?supplier=${seller.supplierId}`);
  expect(queue.body['data']).toMatchObject([{ fields: ['options'] }]);
  await reviewer.ask('POST', `/catalogue/changes/${changeOf(sent.body).id}/confirm`, {}, at(3));
  expect(await shown()).toEqual([{ name: '等级', value: '大果' }]);
});

test('words of a pack that a certificate would allow are handed in by nobody without one', async () => {
  const { clerk, path, skuId } = await selling();
  const options = [{ name: '种植', value: '有机' }];
  await clerk.ask('PUT', `${path}/packs/${skuId}`, { gtin: null, options }, at(1));
  const refused = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(2));
  expect([refused.code, refused.body['findings']]).toMatchObject([
    'TEXT_UNLAWFUL',
    [{ field: 'options', rule: 'organic' }],
  ]);
});
