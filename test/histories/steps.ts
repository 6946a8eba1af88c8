import { openDispute, settleBy, takeOverClaim } from '@xihuo/dispute';
import { money } from '@xihuo/kernel';
import { claims, confirmReceipt, lines as moneyOfLines, markOrdersPaid, shipSupplierOrder } from '@xihuo/ordering';
import { applyClaims, refunds } from '@xihuo/payment';
import { createLog, newId } from '@xihuo/platform';
import { receiveSubsidy, settlementParts } from '@xihuo/settlement';
import type { PlacedOrder } from '@xihuo/testing';
import { acceptPart, openFen, reverseTransfer, sendCreditBack, transfer, type Purchase } from './purchases';
import type { World } from './world';

/** An order of a history, followed by its token as a guest's. */
export interface Bought {
  order: PlacedOrder;
  claimed: Awaited<ReturnType<World['shop']['claimOf']>> | null;
  /** Of an organisation: it is paid by bank and taken in by its own people. */
  purchase: Purchase | null;
}

/** Chance of a step: which order, which of what it has, how much of it in ten thousandths. */
export interface Chance {
  a: number;
  b: number;
  share: number;
}

const log = createLog('silent', 'test');
const accessOf = ({ order, purchase }: Bought) =>
  purchase === null ? { personId: null, token: order.token } : { personId: purchase.by.personId, token: null };
const pick = <One>(all: readonly One[], at: number): One | undefined => all[at % Math.max(all.length, 1)];
const partOf = ({ order }: Bought, { b }: Chance) => pick(order.supplierOrders, b)!;
const someOf = (whole: number, share: number) => 1 + Math.floor((share / 10_001) * whole);

/** The after-sale cases of an order in a state. */
const casesIn = ({ shop }: World, { order }: Bought, states: readonly string[]) =>
  shop.rows<{ id: string; supplier_id: string; state: Parameters<typeof claims.answer>[2]['state'] }>(
    'select id, supplier_id, state from ordering.after_sale where order_id = $1 and state = any ($2) order by id',
    [order.id, states],
  );

type Claimed = 'cancel' | 'refundOnly' | 'return' | 'exchange' | 'resend';

async function claim(world: World, bought: Bought, chance: Chance, kind: Claimed) {
  const part = partOf(bought, chance);
  const line = pick(part.lines, chance.a)!;
  const reason = {
    ...{ cancel: 'changedMind', refundOnly: 'quality', return: 'noReason' },
    ...{ exchange: 'quality', resend: 'shortPacks' },
  } as const;
  const lines = [{ lineId: line.id, packs: someOf(line.quantity, chance.share) }];
  const wish =
    chance.share % 3 === 0 && kind === 'refundOnly' ? { amount: money.toWire(money.fen(1 + chance.share)) } : {};
  const body = { supplierOrderId: part.id, kind, reason: reason[kind], words: '', photoIds: [], lines, ...wish };
  await world.shop.does((tx) => claims.make(tx, bought.order.id, body, accessOf(bought)));
}

async function answer(
  world: World,
  bought: Bought,
  chance: Chance,
  how: { accept: true; refund?: true } | { refuse: string },
) {
  const one = pick(await casesIn(world, bought, ['requested', 'returning']), chance.b);
  if (!one) return;
  const { id: caseId, supplier_id: seller, state } = one;
  await world.shop.does((tx) => claims.answer(tx, { caseId, supplierIds: [seller] }, { state, ...how }));
}

async function byBuyer(world: World, bought: Bought, chance: Chance, event: 'withdraw' | 'send' | 'receive') {
  const from = { send: ['awaitingReturn'], withdraw: ['requested', 'awaitingReturn'], receive: ['replacementSent'] };
  const states = from[event];
  const one = pick(await casesIn(world, bought, states), chance.b);
  const at = { orderId: bought.order.id, caseId: one?.id ?? '', access: accessOf(bought) };
  const step = event === 'send' ? { event, parcel: { carrier: '示例快递', trackingNumber: 'R1' } } : { event };
  if (one) await world.shop.does((tx) => claims.move(tx, at, step));
}

/** What can happen to an order, in any order; what may not is refused, and leaves nothing behind. */
export const steps = {
  /** The provider says so, and says so again; an organisation transfers what is open of its order. */
  async pay(world: World, { order, claimed, purchase }: Bought) {
    const { shop } = world;
    if (purchase !== null) {
      const fen = await openFen(world, purchase);
      if (fen > 0) await transfer(world, purchase, BigInt(fen));
      return;
    }
    if (claimed === null) return;
    await shop.does(async (tx) => {
      const moved = await applyClaims(tx, [claimed, claimed]);
      if (moved.size > 0) await markOrdersPaid(tx, [order.id]);
    });
  },
  async giveUp({ shop }: World, { order }: Bought) {
    await shop.does((tx) => claims.giveUp.start(tx, order.id));
    await shop.does((tx) => claims.giveUp.finish(tx, order.id));
  },
  async ship({ shop, lots }: World, bought: Bought, chance: Chance) {
    const part = partOf(bought, chance);
    const open = await shop.rows<{ id: string; product_id: string; open: number }>(
      `select line.id, line.product_id, line.quantity - coalesce(shipped_packs + cancelled_packs, 0) as open
         from ordering.order_line line left join ordering.line_progress progress on progress.line_id = line.id
        where line.supplier_order_id = $1 order by line.id`,
      [part.id],
    );
    const picks = open
      .map((line) => ({
        ...{ lineId: line.id, lotId: lots.get(line.product_id)! },
        packs: chance.share > 5_000 ? line.open : Math.floor((line.open * (chance.share + 5_000)) / 10_000),
      }))
      .filter(({ packs }) => packs > 0);
    const input = { carrier: '示例快递', trackingNumber: 'SL1', partial: true, picks };
    if (picks.length > 0) await shop.does((tx) => shipSupplierOrder(tx, part.id, [part.supplier.id], input, 'test'));
  },
  async receive({ shop }: World, bought: Bought, chance: Chance) {
    await shop.does((tx) => confirmReceipt(tx, bought.order.id, partOf(bought, chance).id, accessOf(bought)));
  },
  cancel: (world: World, bought: Bought, chance: Chance) => claim(world, bought, chance, 'cancel'),
  refundOnly: (world: World, bought: Bought, chance: Chance) => claim(world, bought, chance, 'refundOnly'),
  sendBack: (world: World, bought: Bought, chance: Chance) => claim(world, bought, chance, 'return'),
  async endShort({ shop }: World, bought: Bought, chance: Chance) {
    const part = partOf(bought, chance);
    const at = { supplierOrderId: part.id, supplierIds: [part.supplier.id], caseId: newId() };
    await shop.does((tx) => claims.endShort(tx, at, { reason: 'soldOut', words: '' }));
  },
  accept: (world: World, bought: Bought, chance: Chance) => answer(world, bought, chance, { accept: true }),
  refuse: (world: World, bought: Bought, chance: Chance) => answer(world, bought, chance, { refuse: '完好' }),
  withdraw: (world: World, bought: Bought, chance: Chance) => byBuyer(world, bought, chance, 'withdraw'),
  send: (world: World, bought: Bought, chance: Chance) => byBuyer(world, bought, chance, 'send'),
  exchange: (world: World, bought: Bought, chance: Chance) => claim(world, bought, chance, 'exchange'),
  resend: (world: World, bought: Bought, chance: Chance) => claim(world, bought, chance, 'resend'),
  /** What was agreed is sent in place of what came; or is paid back, where the supplier has none. */
  async replace(world: World, bought: Bought, chance: Chance) {
    const one = pick(await casesIn(world, bought, ['replacing']), chance.b);
    if (!one) return;
    const of = { caseId: one.id, supplierIds: [one.supplier_id] };
    const wanted = await world.shop.rows<{ line_id: string; product_id: string; packs: number }>(
      `select line_id, product_id, packs from ordering.after_sale_line join ordering.order_line on id = line_id where case_id = $1`,
      [one.id],
    );
    const picks = wanted.map((row) => ({
      lineId: row.line_id,
      lotId: world.lots.get(row.product_id)!,
      packs: row.packs,
    }));
    const parcel = { carrier: '示例快递', trackingNumber: 'SL2', picks };
    await world.shop.does((tx) =>
      chance.share > 2_000
        ? claims.replace(tx, { ...of, sentBy: 'test' }, parcel)
        : claims.answer(tx, of, { state: 'replacing', accept: true, refund: true }),
    );
  },
  replaced: (world: World, bought: Bought, chance: Chance) => byBuyer(world, bought, chance, 'receive'),
  /** To the platform, which takes it over. */
  async escalate(world: World, bought: Bought, chance: Chance) {
    const one = pick(await casesIn(world, bought, ['refused']), chance.b);
    if (!one) return;
    const at = { orderId: bought.order.id, caseId: one.id, access: accessOf(bought) };
    await world.shop.does((tx) => claims.move(tx, at, { event: 'escalate', note: '不同意' }));
    await world.shop.does((tx) => takeOverClaim(tx, world.kit, one.id));
  },
  async dispute({ shop, kit }: World, bought: Bought, chance: Chance) {
    const part = partOf(bought, chance);
    const line = pick(part.lines, chance.a)!;
    const [free] = await shop.rows<{ fen: string }>(
      'select free_fen as fen from ordering.line_money_v where line_id = $1',
      [line.id],
    );
    const fen = money.fen(BigInt(someOf(Number(free!.fen), chance.share)));
    const entrance = { side: 'buyer', orderId: bought.order.id, ...accessOf(bought) } as const;
    const lines = [{ lineId: line.id, amount: money.toWire(fen) }];
    await shop.does((tx) =>
      openDispute(tx, kit, entrance, { supplierOrderId: part.id, kind: 'quality', words: '不好', lines }),
    );
  },
  async settle({ shop }: World, { order }: Bought, { b, share }: Chance) {
    const open = await shop.rows<{ id: string; held: string }>(
      `select id, held_fen as held from dispute.dispute_case where order_id = $1 and ended_at is null and state = 'negotiating' order by id`,
      [order.id],
    );
    const one = pick(open, b);
    if (one)
      await shop.does((tx) =>
        settleBy(tx, one.id, 'agreement', money.fen((BigInt(one.held) * BigInt(share)) / 10_000n)),
      );
  },
  /** Refunds go to the provider; of those that arrived one comes back days later. */
  async payBack(world: World, { order }: Bought, { share }: Chance) {
    await arrive(world);
    if (share > 2_000) return;
    const [gone] = await world.shop.rows<{
      id: string;
      attempt: number;
      ref: string;
      fen: string;
      source: string;
      kind: string;
    }>(
      `select refund.id, refund.attempt, provider_refund as ref, refund.amount_fen as fen, source_id as source, source_kind as kind
         from payment.refund join payment.payment on payment.id = refund.payment_id
        where payment.order_id = $1 and refund.state = 'succeeded' order by refund.id limit 1`,
      [order.id],
    );
    if (!gone) return;
    await world.shop.does(async (tx) => {
      const refundKey = gone.attempt === 1 ? gone.id : `${gone.id}.${gone.attempt}`;
      const amountFen = money.fen(BigInt(gone.fen));
      await refunds.apply(tx, [{ refundKey, refundRef: gone.ref, state: 'failed', amountFen }]);
      if (gone.kind === 'afterSale') await claims.followRefunds(tx, [gone.source], 'refundBack');
    });
  },
  /** Some of what is open of an organisation's order, or more than that. */
  async transfer(world: World, { purchase }: Bought, { share }: Chance) {
    if (purchase === null) return;
    const fen = await openFen(world, purchase);
    await transfer(world, purchase, BigInt(someOf(fen + 500, share)));
  },
  async reverseTransfer(world: World, { purchase }: Bought, { b }: Chance) {
    if (purchase !== null) await reverseTransfer(world, purchase, b);
  },
  async sendCreditBack(world: World, { purchase }: Bought, { share }: Chance) {
    if (purchase !== null) await sendCreditBack(world, purchase, share);
  },
  /** An organisation takes a part in, and turns some of it away at the door. */
  async takeIn(world: World, bought: Bought, chance: Chance) {
    if (bought.purchase === null) return;
    const part = partOf(bought, chance);
    const line = pick(part.lines, chance.a)!;
    const packs = Math.floor((chance.share / 10_001) * (line.quantity + 1));
    const rejected = packs === 0 ? null : { lineId: line.id, packs };
    await acceptPart(world, bought.purchase, bought.order.id, { supplierOrderId: part.id, rejected });
  },
  later: (world: World, _: Bought, { b }: Chance) => later(world, 1 + (b % 4)),
  /** A funder pays some of what it owes. */
  async fund(world: World, _: Bought, { b, share }: Chance) {
    await fundersPay(world, b % 2 === 0 ? null : world.funder, share);
  },
} satisfies Record<string, (world: World, bought: Bought, chance: Chance) => Promise<unknown>>;

export type StepName = keyof typeof steps;

export async function fundersPay(world: World, funderId: string | null, share: number): Promise<void> {
  const open = await world.shop.count(
    'select coalesce(sum(amount_fen - received_fen - withdrawn_fen), 0) from settlement.subsidy where funder_id is not distinct from $1::uuid',
    [funderId],
  );
  if (open === 0) return;
  world.receipts += 1;
  const amount = money.toWire(money.fen(BigInt(someOf(open, share))));
  const bankReference = `BANK-${world.receipts}`;
  await world.shop.does((tx) =>
    receiveSubsidy(tx, { funderId, amount, bankReference }, { entered: 'person:one', confirmed: 'person:another' }),
  );
}

/** The provider pays back what it is asked to, and the cases hear of it. */
export async function arrive(
  world: Pick<World, 'till'> & { shop: Pick<World['shop'], 'rows' | 'does'> },
): Promise<void> {
  await refunds.send(world.till, log);
  const { rows } = world.shop;
  const done = await rows<{ id: string }>(
    `select claim.id from ordering.after_sale claim join payment.refund on source_kind = 'afterSale' and source_id = claim.id
      where claim.state = 'refunding' and refund.state = 'succeeded'`,
  );
  const ids = done.map((row) => row.id);
  if (ids.length > 0) await world.shop.does((tx) => claims.followRefunds(tx, ids, 'refunded'));
}

interface Daily {
  run(kit: { database: World['shop']['database']; log: typeof log }): Promise<void>;
}
const settleDaily = settlementParts.jobs?.find(({ name }) => name === 'settlement.daily') as unknown as Daily;

/** Days go by: silence has its effect, windows end, and what is due of the days that are over is settled. */
export async function later(world: World, days: number): Promise<void> {
  const { shop } = world;
  world.day += days;
  await shop.setClock(`${world.day} days`);
  await claims.moveSilent(shop.database, log);
  await shop.does(claims.receiveOverdue);
  await shop.does(moneyOfLines.releaseDue);
  await settleDaily.run({ database: shop.database, log });
}
