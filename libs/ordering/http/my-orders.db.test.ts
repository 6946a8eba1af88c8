import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { paymentParts } from '@xihuo/payment';
import { holding, openHouse, openShop, type House, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { claimAfterSale } from '../actions/claim-after-sale';
import { orderingParts } from '../index';

/** How somebody with an account finds their orders. */

type Buyer = Awaited<ReturnType<House['signedIn']>>;
let shop: Shop;
let house: House;

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [admissionParts, catalogueParts, paymentParts, orderingParts] });
});
afterAll(() => holding.closeSound(house));

async function arrived(): Promise<{ buyer: Buyer; buys: (...offers: Offer[]) => Promise<PlacedOrder> }> {
  const buyer = await house.signedIn({ role: 'consumer' });
  return {
    buyer,
    async buys(...offers) {
      const body = shop.bodyOf(...offers.map((offer) => ({ offer })));
      const answer = await buyer.ask('POST', '/orders', body, { 'idempotency-key': crypto.randomUUID() });
      expect(answer.status).toBe(201);
      return answer.body as unknown as PlacedOrder;
    },
  };
}

const found = async (buyer: Buyer, query = '') => {
  const answer = await buyer.ask('GET', `/me/orders${query}`);
  expect(answer.status).toBe(200);
  return (answer.body['data'] as { id: string }[]).map(({ id }) => id);
};

const offered = () => shop.offer({ priceFen: 1_000n, stock: 50, grams: 1_000n });

test('an order stands where what is still awaited of it stands, in one list or in several', async () => {
  const { buyer, buys } = await arrived();
  const [one, other] = [await offered(), await offered()];
  const lot = async (offer: Offer): Promise<[string, string]> => [offer.productId, await shop.lot(offer, 100_000n)];
  const lots = new Map([await lot(one), await lot(other)]);
  const unpaid = await buys(one);
  const [paid, half, sent, received] = [await buys(one), await buys(one, other), await buys(one), await buys(one)];
  for (const order of [paid, half, sent, received]) await shop.pay(order);
  const part = half.supplierOrders.find(({ supplier }) => supplier.id === one.supplierId)!;
  await shop.ship({ ...half, supplierOrders: [part] }, lots);
  await shop.ship(sent, lots);
  await shop.ship(received, lots);
  await shop.receive(received);
  const gone = await buys(other);
  expect((await buyer.ask('POST', `/orders/${gone.id}/cancel`, {})).status).toBe(200);
  const claim = {
    ...({ kind: 'refundOnly', reason: 'quality', words: '', photoIds: [] as string[] } as const),
    supplierOrderId: received.supplierOrders[0]!.id,
    lines: [{ lineId: received.supplierOrders[0]!.lines[0]!.id, packs: 1 }],
  };
  await shop.does((tx) => claimAfterSale(tx, received.id, claim, { personId: null, token: received.token }));

  expect(await found(buyer)).toEqual([gone, received, sent, half, paid, unpaid].map(({ id }) => id));
  expect(await found(buyer, '?standing=toPay')).toEqual([unpaid.id]);
  expect(await found(buyer, '?standing=toShip')).toEqual([half.id, paid.id]);
  expect(await found(buyer, '?standing=toReceive')).toEqual([sent.id, half.id]);
  expect(await found(buyer, '?standing=done')).toEqual([received.id]);
  expect(await found(buyer, '?standing=cancelled')).toEqual([gone.id]);
  expect(await found(buyer, '?standing=afterSale')).toEqual([received.id]);
  expect((await buyer.ask('GET', '/me/orders?standing=lost')).code).toBe('INVALID_INPUT');
});

test('words find by number, goods and seller, within a standing too, and never the order of another', async () => {
  const { buyer, buys } = await arrived();
  const [one, other] = [await offered(), await offered()];
  await shop.rows(`update catalogue.product set name_zh = '示例花椒' where id = $1`, [one.productId]);
  await shop.rows(`update registry.organisation set name_zh = '示例河湟合作社' where id = $1`, [other.supplierId]);
  const [first, second] = [await buys(one), await buys(other)];
  const stranger = await arrived();
  await stranger.buys(one);
  const by = (words: string, more = '') => found(buyer, `?q=${encodeURIComponent(words)}${more}`);
  expect(await by('花椒')).toEqual([first.id]);
  expect(await by('河湟')).toEqual([second.id]);
  const spoken = first.number.replace(/(\d{4})(?=\d)/g, '$1 ');
  expect(await by(spoken)).toEqual([first.id]);
  expect(await by(first.number.slice(-6))).toEqual([first.id]);
  expect(await by('花椒', '&standing=toPay')).toEqual([first.id]);
  expect(await by('花椒', '&standing=done')).toEqual([]);
  // What means something to a search of the database means nothing here.
  expect(await by('%')).toEqual([]);
  expect(await by('_')).toEqual([]);
});

test('pages go on where they stopped, within what was asked for', async () => {
  const { buyer, buys } = await arrived();
  const offer = await offered();
  const placed = [await buys(offer), await buys(offer), await buys(offer)].map(({ id }) => id).reverse();
  const first = await buyer.ask('GET', '/me/orders?standing=toPay&limit=2');
  expect((first.body['data'] as { id: string }[]).map(({ id }) => id)).toEqual(placed.slice(0, 2));
  const rest = `?standing=toPay&limit=2&cursor=${String(first.body['nextCursor'])}`;
  expect(await found(buyer, rest)).toEqual(placed.slice(2));
});
