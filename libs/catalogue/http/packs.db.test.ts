import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { productBySlug } from '../actions/product-by-slug';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

type Browser = Awaited<ReturnType<House['signedIn']>>;
type Pack = { skuId: string; pack: string; opened: boolean; band: unknown; orderStepPacks: number };

const at = (version: number) => ({ 'if-match': `"${version}"` });
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const packsIn = (body: Record<string, unknown>) => body['packs'] as Pack[];
const changeIn = (body: Record<string, unknown>) => body['change'] as { id: string; state: string; changes: unknown[] };

async function own(approved = true): Promise<{ seller: Seller; clerk: Browser; path: string }> {
  const seller = await desk.seller();
  if (approved) await desk.approved(seller);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  return { seller, clerk, path: `/suppliers/${seller.supplierId}/products/${seller.productId}` };
}

async function offered({ productId }: Seller): Promise<string[]> {
  const rows = await house.rows<{ pack: string }>(
    'select pack from catalogue.offer_v where product_id = $1 and for_sale order by pack',
    [productId],
  );
  return rows.map(({ pack }) => pack);
}

async function shown({ productId }: Seller): Promise<string[]> {
  const [row] = await house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [productId]);
  return (await productBySlug(house.database, row!.slug))!.product.offers.map(({ pack }) => pack);
}

test('a pack that is added to an approved listing sells once somebody else has confirmed it, and is shown nowhere before', async () => {
  const { seller, clerk, path } = await own();
  const wanted = { pack: '2.5kg', price: cny('8900'), wholesale: { minimumOrderPacks: 20, orderStepPacks: 5 } };
  const added = await clerk.ask('POST', `${path}/packs`, wanted, at(1));
  expect(added.status).toBe(201);
  const pack = packsIn(added.body).find((one) => one.pack === '2.5kg')!;
  expect(pack).toMatchObject({ opened: false, band: null, minimumOrderPacks: 20, orderStepPacks: 5, stock: 'out' });
  expect(changeIn(added.body)).toMatchObject({
    state: 'draft',
    changes: [{ field: 'pack', sku: { id: pack.skuId, pack: '2.5kg' }, before: null, after: cny('8900') }],
  });
  expect([await offered(seller), await shown(seller)]).toEqual([['500g'], ['500g']]);

  // Nobody was promised its price yet: any holds, and the reviewer sees the last one.
  const moved = await clerk.ask(
    'PUT',
    `${path}/prices`,
    { prices: [{ skuId: pack.skuId, price: cny('9900') }] },
    at(2),
  );
  expect(moved.body['prices']).toEqual([{ skuId: pack.skuId, outcome: 'holds' }]);
  const sent = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(3));
  expect((await clerk.ask('POST', `${path}/packs`, { ...wanted, pack: '5kg' }, at(4))).code).toBe('NOT_AT_THIS_STEP');
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const { id } = changeIn(sent.body);
  const [entry] = (await reviewer.ask('GET', `/catalogue/changes?supplier=${seller.supplierId}`)).body['data'] as {
    fields: string[];
  }[];
  expect(entry!.fields).toEqual(['pack']);
  const done = await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, {}, at(4));
  expect(done.body).toMatchObject({ state: 'published', changes: [{ field: 'pack', after: cny('9900') }] });
  expect([await offered(seller), await shown(seller)]).toEqual([
    ['2.5kg', '500g'],
    ['500g', '2.5kg'],
  ]);
  // Small moves are measured from the price that was looked at.
  const read = await clerk.ask('GET', `${path}/listing`);
  expect(packsIn(read.body).find(({ skuId }) => skuId === pack.skuId)).toMatchObject({
    band: { lowest: cny('8910'), highest: cny('10890') },
  });
});

test('a pack whose change was refused can be put forward again, and an opened one cannot', async () => {
  const { clerk, path } = await own();
  const added = await clerk.ask('POST', `${path}/packs`, { pack: '1kg', price: cny('3900') }, at(1));
  const pack = packsIn(added.body).find((one) => one.pack === '1kg')!;
  await clerk.ask('POST', `${path}/listing/change/cancel`, {}, at(2));
  const first = packsIn(added.body).find((one) => one.pack === '500g')!;
  const fields = { packs: [pack.skuId, first.skuId] };
  const again = await clerk.ask('PUT', `${path}/listing/change`, { fields }, at(3));
  expect(changeIn(again.body).changes).toMatchObject([{ field: 'pack', sku: { pack: '1kg' } }]);
});

test('before a listing is approved packs are judged with the dossier, so they come at once', async () => {
  const { clerk, path, seller } = await own(false);
  const added = await clerk.ask('POST', `${path}/packs`, { pack: '1kg', price: cny('3900') }, at(1));
  expect(packsIn(added.body).map(({ pack, opened }) => [pack, opened])).toEqual([
    ['500g', true],
    ['1kg', true],
  ]);
  expect(added.body['change']).toBeNull();
  await desk.approved(seller);
  expect(await offered(seller)).toEqual(['1kg', '500g']);
});

test('nothing is half added: doubled words, an unsound number, somebody else’s product, a step that does not fit', async () => {
  const { clerk, path, seller } = await own();
  const price = cny('3900');
  const stranger = await house.signedIn({ role: 'supplier', organisationId: (await desk.seller()).supplierId });
  expect((await clerk.ask('POST', `${path}/packs`, { pack: '500g', price }, at(1))).code).toBe('PACK_TAKEN');
  expect((await clerk.ask('POST', `${path}/packs`, { pack: '1kg', price, gtin: '123' }, at(1))).code).toBe(
    'GTIN_UNSOUND',
  );
  expect((await stranger.ask('POST', `${path}/packs`, { pack: '1kg', price }, at(1))).code).toBe('NOT_FOUND');
  const odd = { pack: '1kg', price, wholesale: { minimumOrderPacks: 10, orderStepPacks: 4 } };
  expect((await clerk.ask('POST', `${path}/packs`, odd, at(1))).status).toBe(422);
  expect((await clerk.ask('POST', `${path}/packs`, { pack: '1kg', price: cny('0') }, at(1))).status).toBe(422);
  expect((await clerk.ask('POST', `${path}/packs`, { pack: '1kg', price }, at(9))).code).toBe('STALE_VERSION');
  const mountain = await clerk.ask('POST', `${path}/packs`, { pack: '99999999999999999999kg', price }, at(1));
  expect([mountain.status, mountain.code]).toEqual([422, 'PACK_UNSOUND']);
  const packs = await house.rows('select from catalogue.sku where product_id = $1', [seller.productId]);
  expect(packs).toHaveLength(1);
});

test('a number that two packs take at the same moment goes to one of them; the other is told', async () => {
  const { clerk, path, seller } = await own();
  const { productId: other } = await desk.seller();
  await house.rows('update catalogue.sku set supplier_id = $1 where product_id = $2', [seller.supplierId, other]);
  const gtin = '06901234567892';
  const packs = await house.rows<{ id: string; product_id: string }>(
    'select id, product_id from catalogue.sku where supplier_id = $1',
    [seller.supplierId],
  );
  const [first, second] = [seller.productId, other].map((id) => packs.find((one) => one.product_id === id)!.id);
  // Another writer, not yet committed, who took the number's turn first.
  const commit = await house.hold(
    `select pg_advisory_xact_lock(hashtextextended('catalogue.gtin ${seller.supplierId} ${gtin}', 0));
     update catalogue.sku set gtin = '${gtin}' where id = '${first}'`,
  );
  const elsewhere = path.replace(seller.productId, other);
  const named = clerk.ask('PUT', `${elsewhere}/packs/${second}`, { gtin, options: [] }, at(1));
  await house.untilWaiting(1);
  await commit();
  const refused = await named;
  expect([refused.status, refused.code]).toEqual([409, 'GTIN_TAKEN']);
  const added = await clerk.ask('POST', `${elsewhere}/packs`, { pack: '5kg', price: cny('100'), gtin }, at(1));
  expect([added.status, added.code]).toEqual([409, 'GTIN_TAKEN']);
});

test('how many a business orders holds at once, in multiples of the step, and stays on the record', async () => {
  const { clerk, path, seller } = await own();
  const [pack] = packsIn((await clerk.ask('GET', `${path}/listing`)).body);
  const body = { gtin: null, options: [], wholesale: { minimumOrderPacks: 24, orderStepPacks: 12 } };
  const named = await clerk.ask('PUT', `${path}/packs/${pack!.skuId}`, body, at(1));
  expect(packsIn(named.body)).toMatchObject([{ minimumOrderPacks: 24, orderStepPacks: 12 }]);
  const odd = { ...body, wholesale: { minimumOrderPacks: 25, orderStepPacks: 12 } };
  expect((await clerk.ask('PUT', `${path}/packs/${pack!.skuId}`, odd, at(2))).status).toBe(422);
  const lines = await house.rows<{ after: { minimumOrderPacks: number } }>(
    `select content::json -> 'after' as after from platform.audit_content
      where subject_id = $1 and content::json ->> 'action' = 'pack.name'`,
    [seller.productId],
  );
  expect(lines.map(({ after }) => after.minimumOrderPacks)).toEqual([24]);
});

test('the words of a first listing are looked through as later ones are: when it is entered, and when its dossier is sent', async () => {
  const { clerk, path, seller } = await own(false);
  const product = {
    ...{
      name: { zh: '示例核桃', en: 'Example walnut' },
      description: { zh: '全国第一的核桃', en: '' },
      category: 'nut',
    },
    ...{ regionCode: '610629', harvestMonths: [], shelfLifeDays: null, storage: 'ambient', scClass: null },
    pack: { pack: '500g', price: cny('1990'), wholesalePrice: null, minimumOrderPacks: 1 },
  };
  const products = `/suppliers/${seller.supplierId}/products`;
  const packed = (more: object) => clerk.ask('POST', products, { ...product, pack: { ...product.pack, ...more } });
  expect((await packed({ price: cny('0') })).status).toBe(422);
  expect((await packed({ wholesalePrice: cny('0') })).status).toBe(422);
  expect((await packed({ wholesalePrice: cny('1991') })).status).toBe(422);
  expect((await packed({ pack: '500g*99999999999' })).code).toBe('PACK_UNSOUND');
  const refused = await clerk.ask('POST', products, product);
  expect([refused.status, refused.code]).toEqual([422, 'TEXT_UNLAWFUL']);
  expect(refused.body['findings']).toMatchObject([
    { field: 'descriptionZh', word: '第一', rule: 'absolute', law: '广告法第九条第三项' },
  ]);
  const named = { ...product, name: { zh: '降血糖核桃', en: 'Walnut' }, description: { zh: '', en: '' } };
  expect((await clerk.ask('POST', products, named)).body['findings']).toMatchObject([{ field: 'nameZh' }]);
  const lines = await house.rows<{ code: string }>(
    `select content::json -> 'after' ->> 'refused' as code from platform.audit_content
      where subject_id = $1 and content::json ->> 'action' = 'product.add'`,
    [seller.supplierId],
  );
  expect(lines.map(({ code }) => code)).toEqual(['PACK_UNSOUND', 'TEXT_UNLAWFUL', 'TEXT_UNLAWFUL']);

  // A word that a certificate allows passes until the dossier is sent without one.
  await house.rows(`update catalogue.product set name_zh = '有机苹果' where id = $1`, [seller.productId]);
  const bare = await clerk.ask('POST', `${path}/dossier/send`, {}, at(1));
  expect([bare.code, bare.body['findings']]).toMatchObject(['TEXT_UNLAWFUL', [{ field: 'nameZh', rule: 'organic' }]]);
  const mark = { kind: 'organic', number: 'O-1', holder: '示例', validUntil: '2099-01-01', fileId: null };
  const over = { ...mark, validUntil: '2020-01-01' };
  const past = await clerk.ask('PUT', `${path}/dossier`, { marks: [over] }, at(1));
  const late = await clerk.ask('POST', `${path}/dossier/send`, {}, at(past.body['version'] as number));
  expect([late.code, late.body['findings']]).toMatchObject(['TEXT_UNLAWFUL', [{ field: 'nameZh', rule: 'organic' }]]);
  const saved = await clerk.ask('PUT', `${path}/dossier`, { marks: [mark] }, at(past.body['version'] as number));
  const sent = await clerk.ask('POST', `${path}/dossier/send`, {}, at(saved.body['version'] as number));
  expect(sent.status).toBe(200);
});

test('words of a pack that is sold wait; said again as they stand they wait no more', async () => {
  const { clerk, path } = await own();
  const [pack] = packsIn((await clerk.ask('GET', `${path}/listing`)).body);
  const named = (options: object[], version: number) =>
    clerk.ask('PUT', `${path}/packs/${pack!.skuId}`, { gtin: null, options }, at(version));
  const gift = [{ name: '包装', value: '礼盒' }];
  expect(changeIn((await named(gift, 1)).body)).toMatchObject({ state: 'draft', changes: [{ field: 'options' }] });
  expect(changeIn((await named([], 2)).body).state).toBe('cancelled');
});

test('an article number is of one pack of a supplier; it and its buyers find the pack by it, others carry the same', async () => {
  const [one, other] = [await own(), await own()];
  const wanted = { pack: '2kg', price: cny('8000'), articleNumber: 'SN-2000' };
  const added = await one.clerk.ask('POST', `${one.path}/packs`, wanted, at(1));
  const [first, second] = packsIn(added.body) as (Pack & { articleNumber: string | null })[];
  expect([first, second]).toMatchObject([{ articleNumber: null }, { articleNumber: 'SN-2000' }]);
  const taken = { ...wanted, pack: '3kg' };
  const version = added.body['version'] as number;
  expect((await one.clerk.ask('POST', `${one.path}/packs`, taken, at(version))).code).toBe('ARTICLE_NUMBER_TAKEN');
  const name = (body: object, read: number) =>
    one.clerk.ask('PUT', `${one.path}/packs/${first!.skuId}`, { gtin: null, options: [], ...body }, at(read));
  expect((await name({ articleNumber: 'SN-2000' }, version)).code).toBe('ARTICLE_NUMBER_TAKEN');
  const named = await name({ articleNumber: 'SN-500' }, version);
  expect(packsIn(named.body)[0]).toMatchObject({ articleNumber: 'SN-500' });
  // What is not said stays.
  const kept = await name({}, named.body['version'] as number);
  expect(packsIn(kept.body)[0]).toMatchObject({ articleNumber: 'SN-500' });
  expect((await other.clerk.ask('POST', `${other.path}/packs`, wanted, at(1))).status).toBe(201);

  const found = async (q: string) =>
    (await one.clerk.ask('GET', `/suppliers/${one.seller.supplierId}/products?q=${q}`)).body['data'];
  expect([await found('sn-5'), await found('sn-9')]).toMatchObject([[{ productId: one.seller.productId }], []]);
  const [row] = await house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    one.seller.productId,
  ]);
  const [offer] = (await productBySlug(house.database, row!.slug))!.product.offers;
  expect(offer!.articleNumber).toBe('SN-500');
});
