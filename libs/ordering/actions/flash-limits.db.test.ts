import { randomUUID } from 'node:crypto';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { viewCart } from './cart/view-cart';

/** Packs at a flash price, so many a person: by account, and by the phone they are sent to. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' });
let phones = 10_000_000_000;

/** Ten yuan a pack, five at the flash price, of which each may have two; there are enough of them. */
async function flash(): Promise<Offer> {
  const offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
  const prices = [{ skuId: offer.skuId, fen: 500n, most: 50, each: 2 }];
  await shop.promotions.running({ supplierId: offer.supplierId, kind: 'flashPrice', prices });
  return offer;
}

function order(offer: Offer, quantity: number, buyer: { phone: string; personId?: string; total?: number }) {
  const body = shop.bodyOf({ offer, quantity });
  const total = buyer.total === undefined ? {} : { total: yuan(buyer.total) as never };
  const input = { ...body, ...total, delivery: { ...body.delivery, phone: buyer.phone } };
  const ask = { name: 'POST /orders', actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;
  return shop.counter.place(input, buyer.personId ?? null, ask);
}
const phone = () => String(++phones);
const takenOf = (offer: Offer) =>
  shop.count('select coalesce(sum(packs - back_packs), 0) from ordering.promotion_take where sku_id = $1', [
    offer.skuId,
  ]);

test('a guest has two at the price in however many orders; the sum that was shown is never changed in silence', async () => {
  const [offer, mine] = [await flash(), phone()];
  expect((await order(offer, 1, { phone: mine })).discount).toEqual(yuan(500));
  expect((await order(offer, 3, { phone: mine })).discount).toEqual(yuan(500));
  expect((await order(offer, 1, { phone: mine })).discount).toEqual(yuan(0));
  await expect(order(offer, 1, { phone: mine, total: 500 })).rejects.toMatchObject({ code: 'PRICE_CHANGED' });
  expect((await order(offer, 2, { phone: phone() })).discount).toEqual(yuan(1_000));
});

test('an account has two wherever it sends them; the phone of a guest counts what was sent there before', async () => {
  const [offer, mine, personId] = [await flash(), phone(), randomUUID()];
  expect((await order(offer, 1, { phone: mine, personId })).discount).toEqual(yuan(500));
  expect((await order(offer, 2, { phone: phone(), personId })).discount).toEqual(yuan(500));
  expect((await order(offer, 2, { phone: mine })).discount).toEqual(yuan(500));
  expect((await order(offer, 2, { phone: mine })).discount).toEqual(yuan(0));
});

test('ten orders of one person at once have two packs at the price, placed together or by several processes', async () => {
  const [offer, mine] = [await flash(), phone()];
  const orders = Array.from({ length: 10 }, (_, at) => {
    const place = at % 2 === 0 ? shop.place : shop.placeElsewhere;
    const body = shop.bodyOf({ offer });
    return place({ ...body, delivery: { ...body.delivery, phone: mine } });
  });
  const discounts = (await Promise.all(orders)).map(({ discount }) => Number(discount.amount));
  expect(discounts.filter((fen) => fen === 500)).toHaveLength(2);
  expect(await takenOf(offer)).toBe(2);
});

test('what was not paid for may be had again, and the cart of an account shows what is left for it', async () => {
  const [offer, mine, personId] = [await flash(), phone(), randomUUID()];
  const placed = await order(offer, 2, { phone: mine, personId });
  const [cart] = await shop.rows<{ id: string }>(
    'insert into ordering.cart (person_id, created_at, touched_at) values ($1, now(), now()) returning id',
    [personId],
  );
  await shop.rows(
    `insert into ordering.cart_line (cart_id, sku_id, quantity, selected, seen_fen, added_at) values ($1, $2, 2, true, 1000, now())`,
    [cart!.id, offer.skuId],
  );
  const shown = async () => {
    const view = await viewCart(
      shop.database,
      { personId, tokenHash: null },
      { region: null, pickup: false, coupons: null },
    );
    return view.discount;
  };
  expect(await shown()).toEqual(yuan(0));
  await shop.rows('update ordering.promotion_take set given_back_at = now(), back_packs = packs where order_id = $1', [
    placed.id,
  ]);
  await shop.rows('update ordering.promotion_price set taken = 0 where sku_id = $1', [offer.skuId]);
  expect(await shown()).toEqual(yuan(1_000));
  expect((await order(offer, 2, { phone: mine, personId })).discount).toEqual(yuan(1_000));
});
