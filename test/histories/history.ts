import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { settleBy } from '@xihuo/dispute';
import { countIncome, countSales, incomeDiffering, salesDiffering } from '@xihuo/insight';
import { money, ProblemError } from '@xihuo/kernel';
import { asTest, holding } from '@xihuo/testing';
import { newKey } from '../../infra/export/pseudonyms.mjs';
import { writeExport } from '../../infra/export/write-export.mjs';
import { check } from '../../infra/verify/check.mjs';
import { openInvariants } from './books';
import { arrive, fundersPay, later, steps, type Bought, type Chance, type StepName } from './steps';
import { purchase } from './purchases';
import { couponsOf, openWorld, type World } from './world';

const BEGINS = ['placed', 'paid', 'shipped', 'received'] as const;

interface Wish {
  lines: { offer: number; quantity: number }[];
  /** Which of the coupons are used, as bits. */
  coupons: number;
  /** A guest, or an organisation by how it pays. */
  buyer: 'guest' | 'onTerms' | 'payFirst';
  /** How far the order is before chance begins. */
  begins: (typeof BEGINS)[number];
}
export interface History {
  orders: Wish[];
  steps: ({ name: StepName } & Chance)[];
}

/** Steps that move an order on come more often than those that end it. */
const names: readonly StepName[] = [
  ...([
    'pay',
    'ship',
    'ship',
    'receive',
    'refundOnly',
    'sendBack',
    'resend',
    'accept',
    'replace',
    'dispute',
    'takeIn',
    'takeIn',
  ] as const),
  ...(Object.keys(steps) as StepName[]),
];
const chance = { a: fc.nat(5), b: fc.nat(5), share: fc.nat(10_000) };
const history: fc.Arbitrary<History> = fc.record({
  orders: fc.array(
    fc.record({
      lines: fc.uniqueArray(fc.record({ offer: fc.nat(4), quantity: fc.integer({ min: 1, max: 5 }) }), {
        ...{ minLength: 1, maxLength: 3 },
        selector: ({ offer }) => offer,
      }),
      coupons: fc.nat(7),
      buyer: fc.constantFrom('guest', 'guest', 'onTerms', 'payFirst'),
      begins: fc.constantFrom(...BEGINS, 'paid', 'received'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  steps: fc.array(fc.record({ name: fc.constantFrom(...names), ...chance }), { minLength: 4, maxLength: 18 }),
});

/** Faults of ours that come as refusals. */
const NEVER: ReadonlySet<string> = new Set(['LEDGER_GROUP_REFUSED', 'LEDGER_PERIOD_CLOSED', 'INTERNAL']);

/** How often each step was done, and how often refused. */
export type Tally = Map<string, number>;

async function buy(world: World, { lines, coupons, buyer }: Wish): Promise<Bought> {
  const { shop, offers } = world;
  const wanted = lines.map(({ offer, quantity }) => ({ offer: offers[offer]!, quantity }));
  if (buyer !== 'guest') return { ...(await purchase(world, world.purchasers[buyer], wanted)), claimed: null };
  const holder = coupons > 0 ? await couponsOf(world) : { personId: null, ids: [] };
  const used = holder.ids.filter((_, at) => (coupons >> at) % 2 === 1);
  const place = (ids: string[]) =>
    shop.counter.place({ ...shop.bodyOf(...wanted), coupons: ids }, holder.personId, {
      name: 'POST /orders',
      ...asTest,
    });
  // A coupon that helps nothing of it is refused; then it is bought without.
  const order = await place(used).catch((error: unknown) => {
    if (error instanceof ProblemError && error.code === 'COUPON_NOT_USABLE') return place([]);
    throw error;
  });
  // From here on it is followed by its token.
  await shop.rows('update ordering.customer_order set person_id = null where id = $1', [order.id]);
  return { order, claimed: await shop.claimOf(order), purchase: null };
}

/** Bought, and brought as far as it goes before chance takes over. */
async function begin(world: World, wish: Wish): Promise<Bought> {
  const one = await buy(world, wish);
  const far = BEGINS.indexOf(wish.begins);
  // What is on terms is paid once it was taken in.
  if (far >= 1 && wish.buyer !== 'onTerms') await steps.pay(world, one);
  for (const b of one.order.supplierOrders.keys()) {
    if (far >= 2) await steps.ship(world, one, { a: 0, b, share: 10_000 });
    const taken = one.purchase === null ? steps.receive : steps.takeIn;
    if (far >= 3) await taken(world, one, { a: 0, b, share: 0 });
  }
  return one;
}

async function live(world: World, told: History, tally: Tally): Promise<Bought[]> {
  const bought: Bought[] = [];
  for (const wish of told.orders) bought.push(await begin(world, wish));
  for (const { name, ...rest } of told.steps) {
    const count = (key: string) => tally.set(key, (tally.get(key) ?? 0) + 1);
    try {
      await steps[name](world, bought[rest.a % bought.length]!, rest);
      count(name);
    } catch (error) {
      if (!(error instanceof ProblemError) || NEVER.has(error.code)) throw error;
      count(`${name} refused`);
    }
  }
  return bought;
}

/** All that is open comes to an end: what is not paid is given up, what is not sent is ended, quarrels are settled, money goes its way. */
async function finish(world: World, all: readonly Bought[]): Promise<void> {
  const { shop } = world;
  const ids = [all.map(({ order }) => order.id)];
  const unpaid = await shop.rows<{ id: string }>(
    `select id from ordering.customer_order where id = any ($1) and state = 'awaitingPayment'`,
    ids,
  );
  const unsent = await shop.rows<{ id: string }>(
    `select id from ordering.supplier_order where order_id = any ($1) and state = 'toShip'`,
    ids,
  );
  for (const one of all) {
    if (unpaid.some(({ id }) => id === one.order.id)) await steps.giveUp(world, one);
    for (const [b, part] of one.order.supplierOrders.entries())
      if (unsent.some(({ id }) => id === part.id)) await steps.endShort(world, one, { a: 0, b, share: 0 });
  }
  // Longest: a silent exchange (48 h, 7 days, 7 days to look at it, 3 to send another, 10 until that counts as there), received by term first.
  for (const days of [4, 8, 8, 4, 11, 8]) {
    await agree(world, all);
    await later(world, days);
    await arrive(world);
    for (const one of all) if (one.purchase !== null) await steps.pay(world, one);
  }
  for (const funder of [null, world.funder]) await fundersPay(world, funder, 10_000);
  await later(world, 1);
}

/** Every quarrel is agreed on, also one that the platform has taken over: some by nothing, some by all, most by a part. */
async function agree({ shop }: World, all: readonly Bought[]): Promise<void> {
  const open = await shop.rows<{ id: string; held: string }>(
    `update dispute.dispute_case set state = 'negotiating' where order_id = any ($1) and ended_at is null
     returning id, held_fen as held`,
    [all.map(({ order }) => order.id)],
  );
  for (const [at, { id, held }] of open.entries())
    await shop.does((tx) => settleBy(tx, id, 'agreement', money.fen((BigInt(held) * BigInt(at % 4)) / 3n)));
}

/** What results are read from follows whatever happened, as far as it is counted: the same as a count of every order and every due. */
async function resultsFit({ shop }: World): Promise<void> {
  while ((await shop.does(countSales)) > 0);
  while ((await shop.does(countIncome)) > 0);
  expect(await salesDiffering(shop.database)).toEqual([]);
  expect(await incomeDiffering(shop.database)).toEqual([]);
}

/** All that was traded, as an outsider reckons it who has the exported files alone. */
async function fitsFromOutside({ shop }: World): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xihuo-histories-'));
  try {
    await writeExport({ databaseUrl: shop.url, folder, key: newKey() });
    expect(await check(folder)).toEqual({ ok: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Histories that live side by side: their orders share shelves, discounts and days. */
const TOGETHER = 10;
/** Sets of them in one database before the next is opened: business time goes on in it, and invariants read all of it. */
const SETS = 10;
/** Databases in which histories are told at the same time: while one waits for PostgreSQL another is judged. */
const WORLDS = 2;

/**
 * So many random histories, by tens; after each ten what their orders moved is in balance to the fen, and again once all has come to
 * its end; every now and then all invariants are asked.
 *
 * @param runs a multiple of ten
 * @param heard after each database: how many have been told
 */
export async function tellHistories(
  runs: number,
  seed: number,
  heard: (told: number) => void = () => {},
): Promise<Tally> {
  const tally: Tally = new Map();
  const sets = runs / TOGETHER;
  const begins = Array.from({ length: Math.ceil(sets / SETS) }, (_, at) => at * SETS);
  let done = 0;
  const tellNext = async (): Promise<void> => {
    const told = begins.shift();
    if (told === undefined) return;
    const here = Math.min(SETS, sets - told);
    await tellSets({ sets: here, seed: seed + told }, tally);
    heard((done += here * TOGETHER));
    await tellNext();
  };
  const ends = await Promise.allSettled(Array.from({ length: WORLDS }, tellNext));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return tally;
}

/** In a world of their own. */
async function tellSets({ sets, seed }: { sets: number; seed: number }, tally: Tally): Promise<void> {
  const together = fc.array(history, { minLength: TOGETHER, maxLength: TOGETHER });
  const world = await openWorld();
  const holds = async (which?: Record<string, string>) =>
    expect(await holding.brokenInvariants(world.shop.count, which)).toEqual({});
  let done = 0;
  try {
    await fc.assert(
      fc.asyncProperty(together, async (histories) => {
        const bought: Bought[] = [];
        for (const one of histories) bought.push(...(await live(world, one, tally)));
        await holds(openInvariants(bought));
        await resultsFit(world);
        await finish(world, bought);
        await holds(openInvariants(bought, 'over'));
        done += 1;
        if (done % 5 === 0) await holds();
      }),
      { numRuns: sets, seed, endOnFailure: true },
    );
    await holds();
    await resultsFit(world);
    await fitsFromOutside(world);
  } finally {
    await world.shop.close();
  }
}
