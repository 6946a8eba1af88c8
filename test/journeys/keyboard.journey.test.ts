import type { Browser } from 'playwright-core';
import { Caller } from '../views/caller';
import { placeOrders, type Ordered } from '../views/orders';
import { goingRound } from './going-round';
import { Keyboard } from './keyboard/keyboard';
import * as ordering from './keyboard/ordering';
import * as reading from './keyboard/reading';
import * as shopping from './keyboard/shopping';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, type Visitor } from './visitor';

/** Twelve ways through the shop by Tab, Enter, Space and arrows alone: all is reached, each stop is seen, dialogs give the focus back. */

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
let ordered: Ordered;
let buyer: Keyboard;
let guest: Keyboard;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  buyer = await arrive('buyer');
  guest = await arrive('guest');
  const { request } = buyer.page.context();
  ordered = await placeOrders(house, {
    guest: Caller.of(house, guest.page.context().request),
    buyer: await Caller.signIn(house, house.account('buyer'), request),
    clerk: await Caller.signIn(house, house.account('supplier')),
  });
  await buyer.page.context().addInitScript(() => localStorage.setItem('xihuo.account', 'true'));
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function arrive(name: string, width?: number): Promise<Keyboard> {
  const hands = await Keyboard.arrive(browser, name, width);
  visitors.push(hands.visitor);
  return hands;
}

const way = (walk: () => Promise<void>) => () => goingRound(house, visitors, walk);
const order = (id: string) => `${house.origin}/orders/${id}`;

/** Goods of one supplier's that a guest can buy. */
async function slugForSale(): Promise<string> {
  const [offer] = await house.rows<{ slug: string }>(
    `select slug from catalogue.offer_v where for_sale and stock_state = 'inStock' and slug = 'ding-xi-ma-ling-shu' limit 1`,
  );
  return offer!.slug;
}

async function sellerOfApples(): Promise<string> {
  const [seller] = await house.rows<{ name: string }>(
    `select organisation.name_zh as name from catalogue.offer_v offer join registry.organisation on organisation.id = offer.supplier_id
      where offer.slug = 'jing-ning-ping-guo' and offer.for_sale and offer.stock_state = 'inStock' order by 1 limit 1`,
  );
  return seller!.name;
}

async function oldestLot(): Promise<string> {
  const [lot] = await house.rows<{ code: string }>(
    `select lot.code from trace.lot join registry.organisation supplier on supplier.id = lot.supplier_id
      where lot.shipped_grams > 0 and supplier.reference = 'S092' order by lot.produced_on limit 1`,
  );
  return lot!.code;
}

test(
  'a search by suggestion, and its words cleared',
  way(() => shopping.search(guest, house.origin)),
);
test(
  'filters in their sheet on a phone',
  way(async () => shopping.filter(await arrive('phone', 390), house.origin)),
);
test(
  'a product of a chosen supplier into the cart',
  way(async () => shopping.putIntoCart(guest, house.origin, await sellerOfApples())),
);
test(
  'the cart changed and emptied',
  way(() => shopping.changeCart(guest)),
);
test(
  'a checkout with its faults and the cascade',
  way(async () => ordering.checkOut(guest, house.origin, await slugForSale())),
);
test(
  'a payment at the cashier',
  way(() => ordering.pay(guest)),
);
test(
  'an unpaid order cancelled',
  way(() => ordering.cancel(buyer, order(ordered.unpaid))),
);
test(
  'a claim for what has not left',
  way(() => ordering.claim(buyer, order(ordered.claimed))),
);
test(
  'receipt confirmed in its dialog, and a review',
  way(() => ordering.receiveAndReview(buyer, order(ordered.received))),
);
test(
  'feedback on the page of a lot',
  way(async () => reading.giveFeedback(guest, house.origin, await oldestLot())),
);
test(
  'the language and 长辈版',
  way(() => reading.switchBoth(guest, house.origin)),
);
test(
  'a sign-in by the code of a phone',
  way(async () => reading.signIn(await arrive('newcomer'), house, '13812345671')),
);
