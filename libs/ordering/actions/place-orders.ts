import { randomInt } from 'node:crypto';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, ProblemError, time } from '@xihuo/kernel';
import { newId, switches, type Tx } from '@xihuo/platform';
import { orderNumber } from '../rules/order-number';
import { priceBatch, type PricedOrder, type Take } from '../rules/pricing/price-batch';
import { planOnce } from '../store/plan-once.sql';
import { lockStock, placeOrders, type PlacedLineRow } from '../store/place-orders.sql';
import { lockCoupons, takesOfBuyers } from '../store/pricing/load-pricing.sql';
import { writeDiscounts } from './keep-discounts';
import { writeRemarks } from './keep-remarks';
import { placedView } from './placed-view';
import { addressed, type Addressed } from './pickup/points';
import { limitedPromotions, loadPricing } from './pricing/load-pricing';
import { placeValues } from './place-values';
import { refusal } from './refuse-order';
import { refuseUnpaid } from './refuse-unpaid';
import { reportStockChanges } from './stock/report-stock';

/** The token is added at the door: it is derived from the id, so it rests nowhere, not even in a kept answer. */
export type PlacedOrderView = Omit<ResponseOf<'POST /orders'>, 'token'>;

export interface PlaceOrderInput {
  body: InputOf<'POST /orders'>['body'];
  personId: string | null;
  /** The organisation it is bought for: at its tier prices, in its minimum and steps. */
  organisationId?: string;
  /** Goes ahead on terms: no payment takes it at once. */
  paysLater?: boolean;
  /** Seals what only the shipping supplier may read again: order id and plain text in, bytes out. */
  seal: (orderId: string, plain: string) => Buffer;
  /** Compares phones and reads none: of packs that are limited a person nobody has more by buying as a guest. */
  phoneIndexOf: (phone: string) => Buffer;
  /** Compares the phone it is sent to, with those of other orders and of people. */
  phone: Buffer;
  /** Compares where it is asked for from; absent where nobody asks over the network. */
  askedFrom?: Buffer;
  /** The token that follows the order, derived from its id with a key of the server. */
  tokenOf: (orderId: string) => string;
}

/** An order with its id, number, where it goes and what it costs. */
export interface Incoming extends Addressed, Pick<PricedOrder, 'quote'> {
  id: string;
  number: string;
  refused: PricedOrder['refused'] | 'TOO_MANY_UNPAID';
  /** What whoever has too many unpaid orders is told. */
  unpaid: ProblemError | null;
}

/**
 * Places a batch of orders in arrival order: stock reserved, prices, discounts and freight frozen, split per supplier. A
 * loser is answered by its problem and does not disturb the others. `each` is the transaction on behalf of each order's
 * own request. Stock is locked first and prices are read after, so that what is limited is sold once.
 */
export async function placeOrderBatch(
  tx: Tx,
  inputs: readonly PlaceOrderInput[],
  each: readonly Tx[],
): Promise<(PlacedOrderView | ProblemError)[]> {
  if (await switches.isPaused(tx, 'orders')) return inputs.map(() => switches.pausedProblem('orders'));
  const day = time.businessDate(tx.now);
  const skuIds = [...new Set(inputs.flatMap(({ body }) => body.lines.map((line) => line.skuId)))];
  await tx.sql(planOnce);
  await tx.sql(lockStock, [skuIds]);
  const orders = await addressed(tx, inputs, skuIds);
  const priced = await priceOrders(tx, orders, skuIds);
  const unpaid = await refuseUnpaid(tx, inputs);
  const incoming = orders.map((input, index) => ({
    ...input,
    ...priced[index]!,
    ...(unpaid[index] ? { refused: 'TOO_MANY_UNPAID' as const } : {}),
    unpaid: unpaid[index] ?? null,
    id: input.body.id ?? newId(),
    number: orderNumber(day, randomInt(1_000_000_000)),
  }));
  const rows = await tx.sql(placeOrders, placeValues(incoming, tx.now)).catch(takenAlready);
  if (rows.some((row) => row.line_verdict === 'PRICE_MOVED')) throw tryAgain('a price moved while it was read');

  const byPosition = new Map<number, PlacedLineRow[]>();
  for (const row of rows) byPosition.set(row.position, [...(byPosition.get(row.position) ?? []), row]);
  const rowsOf = (index: number) => byPosition.get(index + 1) ?? [];
  const answers = incoming.map((order, index) => answerOf(order, rowsOf(index), tx.now, inputs.length > 1));
  const placed = incoming.flatMap((order, index) => {
    if (answers[index] instanceof ProblemError) return [];
    const lineIds = new Map(rowsOf(index).map((row) => [row.sku_id, row.line_id!]));
    const isAtPrice = order.quote.applied.some(({ packs }) => packs.size > 0);
    const phoneIndex = isAtPrice ? order.phoneIndexOf(order.body.delivery.phone) : null;
    return [{ orderId: order.id, quote: order.quote, lineIds, buyer: { personId: order.personId, phoneIndex } }];
  });
  await writeDiscounts(tx, placed);
  await writeRemarks(tx, incoming, byPosition);
  answers.forEach((answer, index) => {
    if (!(answer instanceof ProblemError)) each[index]!.emit('orderPlaced', { orderId: answer.id });
  });
  await reportStockChanges(tx, changesOf(rows));
  return answers;
}

/** What each order costs, by the same rule that its cart was shown by. */
async function priceOrders(tx: Tx, inputs: readonly Addressed[], skuIds: readonly string[]): Promise<PricedOrder[]> {
  const coupons = [...new Set(inputs.flatMap(({ body }) => body.coupons ?? []))];
  if (coupons.length > 0) await tx.sql(lockCoupons, [coupons]);
  const tiers = inputs.some(({ organisationId }) => organisationId !== undefined);
  const pricing = await loadPricing(tx, { skuIds, now: tx.now, coupons, personId: null, tiers });
  const limited = limitedPromotions(pricing);
  const takes = await takesBefore(tx, inputs, limited);
  return priceBatch(
    pricing,
    inputs.map(({ body, personId, organisationId, paysLater = false, pickupRefused, phoneIndexOf }) => ({
      ...{ lines: body.lines, region: body.delivery.regionCode, personId, coupons: body.coupons ?? [] },
      phoneIndex: limited.length === 0 ? null : phoneIndexOf(body.delivery.phone).toString('hex'),
      pickup: body.pickup === undefined ? null : { offered: !pickupRefused },
      shownFen: body.total ? money.fromWire(body.total) : null,
      isBusiness: organisationId !== undefined,
      paysLater,
    })),
    takes,
  );
}

/** What these buyers had before of packs that are limited a person; nothing is asked where nothing is. */
async function takesBefore(tx: Tx, inputs: readonly Addressed[], promotionIds: readonly string[]): Promise<Take[]> {
  if (promotionIds.length === 0) return [];
  const rows = await tx.sql(takesOfBuyers, [
    promotionIds,
    inputs.flatMap(({ personId }) => personId ?? []),
    inputs.map(({ phoneIndexOf, body }) => phoneIndexOf(body.delivery.phone)),
  ]);
  return rows.map((row) => ({
    ...{ promotionId: row.promotion_id, skuId: row.sku_id, packs: row.packs, personId: row.person_id },
    phoneIndex: row.phone_index?.toString('hex') ?? null,
  }));
}

/** PostgreSQL's codes for a broken unique key, and for a transaction that may simply be tried again. */
const UNIQUE_VIOLATION = '23505';
const TRY_AGAIN = '40001';

/** The number is ours and drawn by chance, so it is drawn anew; every other key of these tables begins with the order's id. */
function takenAlready(error: { code?: string; constraint?: string }): never {
  if (error.code !== UNIQUE_VIOLATION) throw error;
  if (error.constraint === 'customer_order_number_key') {
    throw tryAgain('the order number is taken');
  }
  throw fail('INVALID_INPUT', { errors: [{ pointer: '/id', code: 'ID_TAKEN', message: 'another order has this id' }] });
}

function tryAgain(why: string): Error {
  return Object.assign(new Error(why), { code: TRY_AGAIN });
}

function answerOf(
  order: Incoming,
  rows: readonly PlacedLineRow[],
  now: Date,
  isOneOfMany: boolean,
): PlacedOrderView | ProblemError {
  const [first] = rows;
  must(first !== undefined, 'every order has a verdict');
  if (first.verdict === 'placed') return placedView(order, rows, now);
  if (first.verdict === 'TOO_MANY_UNPAID') return order.unpaid!;
  const problem = refusal(order, first.verdict, rows);
  const isContested =
    first.verdict === 'OUT_OF_STOCK'
      ? rows.every((row) => row.quantity <= (row.available ?? 0))
      : isOneOfMany && order.refused !== null;
  if (isContested) contested.add(problem);
  return problem;
}

/** Refusals of orders for which there was enough (goods, packs at a price, a coupon), had they come alone. */
const contested = new WeakSet<ProblemError>();

export function lostToOthers(error: unknown): boolean {
  return error instanceof ProblemError && contested.has(error);
}

function changesOf(rows: readonly PlacedLineRow[]): { skuId: string; before: number; after: number }[] {
  const changes = new Map<string, { skuId: string; before: number; after: number }>();
  for (const row of rows) {
    if (row.available_after === null || row.available === null) continue;
    changes.set(row.sku_id, { skuId: row.sku_id, before: row.available, after: row.available_after });
  }
  return [...changes.values()];
}
