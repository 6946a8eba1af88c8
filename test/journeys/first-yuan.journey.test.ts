import type { Browser } from 'playwright-core';
import { holding } from '@xihuo/testing';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import {
  buy,
  confirmReceipt,
  pay,
  readEarnings,
  readOutcome,
  seeLot,
  settleInConsole,
  ship,
  type Basket,
} from './steps';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
});

async function arrive(name: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, name, width);
  visitors.push(visitor);
  return visitor;
}

/** The demo supplier's potatoes, whose oldest lot tells the story, and something of another supplier. */
async function basket(): Promise<Basket> {
  const [story] = await house.rows<Basket['story']>(
    `select product.name_zh as product, supplier.name_zh as supplier, lot.code as lot, sku.id as sku
       from trace.lot join catalogue.product on product.id = lot.product_id
       join registry.organisation supplier on supplier.id = lot.supplier_id
       join catalogue.sku on sku.product_id = product.id and sku.supplier_id = supplier.id
      where lot.shipped_grams > 0 and supplier.reference = 'S092' order by lot.produced_on limit 1`,
  );
  const [other] = await house.rows<Basket['other']>(
    `select name_zh as product, min(supplier_id::text) as supplier, min(sku_id::text) as sku from catalogue.offer_v
      where for_sale and stock_state = 'inStock' group by name_zh having count(*) = 1 and min(price_fen) < 20000 order by name_zh limit 1`,
  );
  return { story: story!, other: other! };
}

const stockOf = (sku: string) =>
  house
    .rows<{ on_hand: number; reserved: number }>('select on_hand, reserved from ordering.stock where sku_id = $1', [
      sku,
    ])
    .then(([row]) => row!);

interface Round {
  width: number;
  /** How far business time has gone before this round. */
  daysGone: number;
  /** Who settles: the worker by itself, or finance at its desk. */
  by: 'worker' | 'finance';
  ordersBefore: number;
}

describe.each<Round>([
  { width: 390, daysGone: 0, by: 'worker', ordersBefore: 19 },
  { width: 1280, daysGone: 20, by: 'finance', ordersBefore: 20 },
])('at $width px', ({ width, daysGone, by, ordersBefore }) => {
  test('one yuan goes from the buyer to the farm household', () =>
    goingRound(house, visitors, async () => {
      const goods = await basket();
      const [before, other] = [await stockOf(goods.story.sku), await stockOf(goods.other.sku)];
      const buyer = await arrive('buyer', width);
      await seeLot(buyer, house, goods.story.lot, ordersBefore);
      await buy(buyer, house, goods);
      const number = await pay(buyer);

      const parts = await house.rows<{ state: string }>(
        `select part.state from ordering.supplier_order part join ordering.customer_order on customer_order.id = order_id where number = $1`,
        [number],
      );
      expect(parts).toEqual([{ state: 'toShip' }, { state: 'toShip' }]);
      expect((await stockOf(goods.story.sku)).reserved).toBe(before.reserved + 1);
      expect((await stockOf(goods.other.sku)).reserved).toBe(other.reserved + 1);

      await ship(await arrive('supplier', width), house, number, goods.story.lot);
      expect(await stockOf(goods.story.sku)).toEqual({ on_hand: before.on_hand - 1, reserved: before.reserved });
      await confirmReceipt(buyer, goods);

      await house.setClock(`${daysGone + 8} days`);
      await house.wake('ordering.releaseOrders');
      await house.until(
        1,
        `select count(*) from ordering.order_line_v where order_number = $1 and state = 'released'`,
        [number],
      );
      if (by === 'finance') await settleInConsole(await arrive('finance', width), house, daysGone + 9);
      else {
        await house.setClock(`${daysGone + 9} days`);
        await house.wake('settlement.daily');
      }
      await house.until(
        1,
        `select count(*) from settlement.line settled join ordering.order_line_v line on line.id = settled.line_id
          where line.order_number = $1`,
        [number],
      );

      await readEarnings(await arrive('farmer', width), house, goods.story.lot);
      await seeLot(buyer, house, goods.story.lot, ordersBefore + 1);
      await readOutcome(buyer, house, number);
    }));

  test('and the books are whole', async () => {
    expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
    for (const sql of Object.values(holding.whenQuiet)) await house.until(0, sql);
  });
});

test('no log holds what belongs to a person', async () => {
  const logs = [house.log('api'), house.log('worker')].join('\n');
  for (const personal of ['示例路100号', '13900000000', '10000001430']) expect(logs).not.toContain(personal);
});
