import { claims, confirmReceipt, lines as moneyOfLines, markOrdersPaid } from '@xihuo/ordering';
import { money } from '@xihuo/kernel';
import { applyClaims, type Claim } from '@xihuo/payment';
import { newId } from '@xihuo/platform';
import type { PlacedOrder } from '@xihuo/testing';
import { accessOf, count, type Part, type Season } from './season';
import type { Seller } from './seller';

/** Orders of a day, at least and at most. */
const ORDERS = [20, 26] as const;
/** Of a hundred parcels that lie with their buyers, so many are said to have come on each day. */
const RECEIVED = 15;

/** A day's orders: all placed, most paid, some given up. */
export async function sell(season: Season): Promise<void> {
  const { chance, village, auditor } = season;
  season.step = 'placing';
  const open = village.sellers.filter(({ hasLeft }) => !hasLeft);
  const wishes = Array.from({ length: chance.between(...ORDERS) }, () =>
    chance.some(open, chance.between(1, 3)).map(({ offer }) => ({ offer, quantity: chance.between(1, 4) })),
  );
  const orders = await Promise.all(wishes.map((wanted) => village.shop.placedOrder(...wanted)));
  for (const order of orders) auditor.sales.placed(order.id, order.supplierOrders.flatMap(placedLines(open)));
  count(season, 'order', orders.length);
  season.step = 'paying';
  const lost = orders.filter(() => chance.happens(5));
  const paid = orders.filter((order) => !lost.includes(order));
  await pay(season, paid);
  for (const { id } of lost) {
    await village.shop.does((tx) => claims.giveUp.start(tx, id));
    await village.shop.does((tx) => claims.giveUp.finish(tx, id));
    count(season, 'given up');
  }
}

const sellerOf = (sellers: readonly Seller[], id: string) => sellers.find(({ supplierId }) => supplierId === id)!;

const placedLines = (sellers: readonly Seller[]) => (part: PlacedOrder['supplierOrders'][number]) =>
  part.lines.map((line) => ({
    ...{ id: line.id, supplier: part.supplier.id, packs: line.quantity },
    priceFen: sellerOf(sellers, part.supplier.id).offer.priceFen,
    toldFen: money.fromWire(line.amount),
  }));

/** The provider says so; of some it says so twice. */
async function pay(season: Season, orders: readonly PlacedOrder[]): Promise<void> {
  const { village, auditor, chance } = season;
  const twice = chance.below(4);
  const told: Claim[] = [];
  for (const order of orders) told.push(await village.shop.claimOf(order));
  await village.shop.does(async (tx) => {
    await applyClaims(tx, [...told, ...told.slice(0, twice)]);
    await markOrdersPaid(
      tx,
      orders.map(({ id }) => id),
    );
  });
  for (const order of orders) {
    auditor.sales.paid(order.id);
    season.parts.push(...order.supplierOrders.map((part) => partOf(season, order, part)));
  }
}

function partOf({ village }: Season, order: PlacedOrder, part: PlacedOrder['supplierOrders'][number]): Part {
  const lines = part.lines.map(({ id, quantity, amount }) => ({
    ...{ id, packs: quantity, fen: money.fromWire(amount), gone: 0 },
  }));
  const seller = sellerOf(village.sellers, part.supplier.id);
  return { id: part.id, order, seller, lines, state: 'toShip', age: 0, complained: false };
}

export async function endShort(season: Season, part: Part): Promise<void> {
  const at = { supplierOrderId: part.id, supplierIds: [part.seller.supplierId], caseId: newId() };
  await season.village.shop.does((tx) => claims.endShort(tx, at, { reason: 'soldOut', words: '' }));
  for (const line of part.lines) {
    if (line.packs > line.gone) season.auditor.sales.promised(line.id, line.packs - line.gone);
    line.gone = line.packs;
  }
  count(season, 'ended short');
}

/** Some buyers say that it came; for the others its term does. */
export async function receive(season: Season): Promise<void> {
  const { village, chance } = season;
  season.step = 'receiving';
  const came = season.parts.filter(({ state, age }) => state === 'shipped' && age > 1 && chance.happens(RECEIVED));
  await village.shop.does(async (tx) => {
    for (const part of came) await confirmReceipt(tx, part.order.id, part.id, accessOf(part));
  });
  count(season, 'receipt', came.length);
}

/** What machines do in the morning, before anybody is up. */
export async function letGo({ village: { shop } }: Season): Promise<void> {
  await shop.does(claims.receiveOverdue);
  while ((await shop.does(moneyOfLines.releaseDue)) > 0);
}

/** How every part that is not over stands by its order's page. */
export async function follow(season: Season): Promise<void> {
  const { village, auditor } = season;
  const rows = await village.shop.rows<{ id: string; state: Part['state'] }>(
    'select id, state from ordering.supplier_order where id = any ($1)',
    [season.parts.map(({ id }) => id)],
  );
  const now = new Map(rows.map(({ id, state }) => [id, state]));
  for (const part of season.parts) {
    const state = now.get(part.id)!;
    part.age = state === part.state ? part.age + 1 : 0;
    if (state === 'released' && part.state !== 'released') {
      auditor.sales.released(part.lines.map(({ id }) => id));
      season.past.push(...part.lines.map(({ id }) => ({ lineId: id, supplierId: part.seller.supplierId })));
    }
    part.state = state;
  }
  season.parts = season.parts.filter(({ state }) => state !== 'released' && state !== 'cancelled');
}
