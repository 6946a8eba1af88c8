import { randomInt } from 'node:crypto';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, ProblemError, time, type FieldProblem } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { orderNumber } from '../rules/order-number';
import { maskAddress, maskName, maskPhone } from '../rules/mask';
import { lockStock, placeOrders, type PlacedLineRow } from '../store/place-orders.sql';
import { tokenHash } from './order-token';
import { reportStockChanges } from './report-stock';

/** The token is added at the door: it is derived from the id, so it rests nowhere, not even in a kept answer. */
export type PlacedOrderView = Omit<ResponseOf<'POST /orders'>, 'token'>;

export interface PlaceOrderInput {
  body: InputOf<'POST /orders'>['body'];
  personId: string | null;
  /** Seals what only the shipping supplier may read again: order id and plain text in, bytes out. */
  seal: (orderId: string, plain: string) => Buffer;
  /** The token that follows the order, derived from its id with a key of the server. */
  tokenOf: (orderId: string) => string;
}

interface Incoming extends PlaceOrderInput {
  id: string;
  number: string;
}

/**
 * Places a batch of orders in arrival order: stock reserved, prices frozen, split per supplier. A loser is answered by
 * its problem and does not disturb the others. `each` is the transaction on behalf of each order's own request.
 */
export async function placeOrderBatch(
  tx: Tx,
  inputs: readonly PlaceOrderInput[],
  each: readonly Tx[],
): Promise<(PlacedOrderView | ProblemError)[]> {
  const day = time.businessDate(tx.now);
  const incoming = inputs.map((input) => ({
    ...input,
    id: input.body.id ?? newId(),
    number: orderNumber(day, randomInt(1_000_000_000)),
  }));
  const skuIds = [...new Set(incoming.flatMap((order) => order.body.lines.map((line) => line.skuId)))];
  await tx.sql(lockStock, [skuIds]);
  const rows = await tx.sql(placeOrders, valuesOf(incoming, tx.now)).catch(takenAlready);

  const byPosition = new Map<number, PlacedLineRow[]>();
  for (const row of rows) byPosition.set(row.position, [...(byPosition.get(row.position) ?? []), row]);
  const answers = incoming.map((order, index) => answerOf(order, byPosition.get(index + 1) ?? [], tx.now));
  answers.forEach((answer, index) => {
    if (!(answer instanceof ProblemError)) each[index]!.emit('orderPlaced', { orderId: answer.id });
  });
  await reportStockChanges(tx, changesOf(rows));
  return answers;
}

/** PostgreSQL's codes for a broken unique key, and for a transaction that may simply be tried again. */
const UNIQUE_VIOLATION = '23505';
const TRY_AGAIN = '40001';

/** The number is ours and drawn by chance, so it is drawn anew; every other key of these tables begins with the order's id. */
function takenAlready(error: { code?: string; constraint?: string }): never {
  if (error.code !== UNIQUE_VIOLATION) throw error;
  if (error.constraint === 'customer_order_number_key') {
    throw Object.assign(new Error('the order number is taken'), { code: TRY_AGAIN });
  }
  throw fail('INVALID_INPUT', { errors: [{ pointer: '/id', code: 'ID_TAKEN', message: 'another order has this id' }] });
}

function valuesOf(incoming: readonly Incoming[], now: Date): unknown[] {
  const lines = incoming.flatMap((order, index) => order.body.lines.map((line) => ({ ...line, position: index + 1 })));
  return [
    incoming.map((order) => order.id),
    incoming.map((order) => order.number),
    incoming.map((order) => order.personId),
    incoming.map((order) => tokenHash(order.tokenOf(order.id))),
    incoming.map((order) => order.body.delivery.regionCode),
    incoming.map((order) => order.seal(order.id, JSON.stringify(order.body.delivery))),
    incoming.map((order) => JSON.stringify(maskedOf(order.body.delivery))),
    lines.map((line) => line.position),
    lines.map((line) => line.skuId),
    lines.map((line) => line.quantity),
    lines.map((line) => line.unitPrice?.amount ?? null),
    now,
    lines.map((line) => line.via?.venue ?? null),
    lines.map((line) => line.via?.campaign ?? null),
    lines.map((line) => line.via?.lead ?? null),
  ];
}

function maskedOf(delivery: Incoming['body']['delivery']): PlacedOrderMask {
  return { address: maskAddress(delivery.address), name: maskName(delivery.name), phone: maskPhone(delivery.phone) };
}

interface PlacedOrderMask {
  address: string;
  name: string;
  phone: string;
}

function answerOf(order: Incoming, rows: readonly PlacedLineRow[], now: Date): PlacedOrderView | ProblemError {
  const [first] = rows;
  must(first !== undefined, 'every order has a verdict');
  if (first.verdict !== 'placed') return refusal(order, first.verdict, rows);
  const supplierOrders = new Map<string, PlacedOrderView['supplierOrders'][number]>();
  let total = 0n;
  for (const row of rows) {
    const amount = row.unit_price_fen! * BigInt(row.quantity);
    total += amount;
    const part = supplierOrders.get(row.supplier_order_id!) ?? {
      id: row.supplier_order_id!,
      supplier: { id: row.supplier_id!, name: row.supplier_name! },
      state: 'awaitingPayment' as const,
      amount: money.toWire(money.ZERO),
      lines: [],
      parcels: [],
    };
    part.amount = money.toWire(money.fen(money.fromWire(part.amount) + amount));
    part.lines.push(placedLine(row, amount));
    supplierOrders.set(part.id, part);
  }
  return {
    id: order.id,
    number: order.number,
    state: 'awaitingPayment',
    placedAt: now.toISOString(),
    payBy: first.pay_by.toISOString(),
    paymentState: null,
    amount: money.toWire(money.fen(total)),
    delivery: { regionName: first.region_name ?? '', ...maskedOf(order.body.delivery) },
    supplierOrders: [...supplierOrders.values()],
  };
}

function placedLine(row: PlacedLineRow, amount: bigint): PlacedOrderView['supplierOrders'][number]['lines'][number] {
  return {
    id: row.line_id!,
    skuId: row.sku_id,
    productId: row.product_id!,
    productSlug: row.product_slug!,
    productName: row.product_name!,
    pack: row.pack!,
    quantity: row.quantity,
    unitPrice: money.toWire(money.fen(row.unit_price_fen!)),
    amount: money.toWire(money.fen(amount)),
    releaseDue: null,
    via: { venue: row.venue, campaign: row.campaign },
  };
}

/** The refusal of an order: the worst verdict as its code, every faulty line named by its pointer. */
function refusal(
  order: Incoming,
  verdict: Exclude<PlacedLineRow['verdict'], 'placed'>,
  rows: readonly PlacedLineRow[],
): ProblemError {
  const bySku = new Map(rows.map((row) => [row.sku_id, row]));
  const faulty = order.body.lines.flatMap((line, index): { index: number; row: PlacedLineRow }[] => {
    const row = bySku.get(line.skuId);
    return row && row.line_verdict !== 'placed' ? [{ index, row }] : [];
  });
  const errors: FieldProblem[] = faulty.map(({ index, row }) => ({
    pointer: `/lines/${index}/${row.line_verdict === 'PRICE_CHANGED' ? 'unitPrice' : row.line_verdict === 'OUT_OF_STOCK' ? 'quantity' : 'skuId'}`,
    code: row.line_verdict,
    message: row.product_name ?? 'unknown item',
  }));
  if (verdict === 'REGION_NOT_DELIVERABLE')
    errors.push({ pointer: '/delivery/regionCode', code: verdict, message: 'not deliverable' });
  const prices = faulty
    .filter(({ row }) => row.line_verdict === 'PRICE_CHANGED')
    .map(({ index, row }) => ({
      skuId: row.sku_id,
      old: order.body.lines[index]!.unitPrice!,
      new: money.toWire(money.fen(row.unit_price_fen!)),
    }));
  const problem = fail(verdict, { errors, extra: prices.length > 0 ? { prices } : {} });
  if (verdict === 'OUT_OF_STOCK' && rows.every((row) => row.quantity <= (row.available ?? 0))) contested.add(problem);
  return problem;
}

/** Refusals of orders for which there was enough, had they come alone. */
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
