import { fail, machines } from '@xihuo/contract';
import { money, must, states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { carrierName } from '../rules/carriers';
import { deadlineOf } from '../rules/claim';
import { closeParts } from '../store/shipping.sql';
import { decideRefunds, giveBackPacks, stepCases, type MovedCase } from '../store/after-sale.sql';
import { keepOpen } from '../store/replacement.sql';
import { lockOrder } from '../store/order-steps.sql';
import { freeCoupons, giveBackOfPart } from '../store/pricing/give-back.sql';
import { settlePart } from './business/owe';
import { payBack } from './business/pay-back';
import { reportStock } from './stock/report-stock';

export interface Step {
  event: machines.AfterSaleEvent;
  by: 'buyer' | 'supplier' | 'platform';
  note?: string;
  parcel?: { carrier: string; trackingNumber: string };
}

const HOUR_MS = 3_600_000;

/** When a case that is now in this state is over its time. */
export async function dueAtOf(
  tx: Tx,
  state: machines.AfterSaleState,
  kind: machines.AfterSaleKind,
): Promise<Date | null> {
  const key = deadlineOf(state, kind);
  if (!key) return null;
  const term = await policyOn(tx, key, time.businessDate(tx.now));
  must(typeof term === 'number', `${key} is a number`);
  return new Date(tx.now.getTime() + term * HOUR_MS * (key.endsWith('Hours') ? 1 : 24));
}

/**
 * Takes one step with cases of one kind whose parts are held: state, deadline, history, and, where the claim is accepted, the money.
 * Answers those that moved; a case that somebody else has moved meanwhile is not among them.
 */
export async function moveCases(
  tx: Tx,
  cases: readonly { id: string; kind: machines.AfterSaleKind }[],
  { event, by, note, parcel }: Step,
): Promise<MovedCase[]> {
  const [kind] = new Set(cases.map((one) => one.kind));
  if (kind === undefined) return [];
  must(
    cases.every((one) => one.kind === kind),
    'one step is for one kind',
  );
  const before = states.statesBefore(machines.afterSaleStates, event);
  const next = states.transition(machines.afterSaleStates, before[0]!, event);
  must(next !== null, 'the event leads somewhere');
  const due = await dueAtOf(tx, next, kind);
  const isOver = states.eventsFrom(machines.afterSaleStates, next).length === 0 || next === 'refunded';
  const moved = await tx.sql(stepCases, [
    cases.map((one) => one.id),
    ...[event, next, before, isOver, tx.now, by, note ?? null],
    ...[parcel ? carrierName(parcel.carrier) : null, parcel?.trackingNumber ?? null],
    cases.map(() => due),
  ]);
  if (event === 'receive') await keepOpenAfter(tx, moved);
  const done = event === 'acceptRefund' ? await giveBack(tx, moved) : [];
  for (const one of moved) tellStep(tx, one, event);
  if (event !== 'acceptRefund') return moved;
  // Where nothing was paid nothing is on its way, and a credit note needs nobody to carry it: such a case is over at once.
  const over = new Map((await moveCases(tx, done, { event: 'refunded', by: 'platform' })).map((one) => [one.id, one]));
  return moved.map((one) => over.get(one.id) ?? one);
}

/** The packs that were sent in place of others are there: they have a time for claims of their own, as what was bought had. */
async function keepOpenAfter(tx: Tx, cases: readonly MovedCase[]): Promise<void> {
  const day = time.businessDate(tx.now);
  const days = await policyOn(tx, 'afterSale.windowDays', day);
  const freshDays = await policyOn(tx, 'afterSale.perishableWindowDays', day);
  await tx.sql(keepOpen, [cases.map((one) => one.id), tx.now, days, freshDays]);
}

/** Answers the cases of which nothing is on its way: nothing was paid, or it has gone back already. */
async function giveBack(tx: Tx, cases: readonly MovedCase[]): Promise<MovedCase[]> {
  await tx.sql(decideRefunds, [cases.map((one) => one.id)]);
  const done = await payBack(
    tx,
    cases
      .filter((one) => one.amount_fen > 0n)
      .map((one) => ({
        supplierOrderId: one.supplier_order_id,
        amountFen: money.fen(one.amount_fen),
        sourceKind: 'afterSale' as const,
        sourceId: one.id,
      })),
  );
  return cases.filter((one) => one.amount_fen === 0n || done.some(({ sourceId }) => sourceId === one.id));
}

/** What never leaves goes back on the shelf with what it had at a price, and the part is over where nothing else is open. */
export async function cancelPacks(tx: Tx, one: MovedCase): Promise<void> {
  const stock = await tx.sql(giveBackPacks, [one.id, tx.now]);
  await reportStock(
    tx,
    stock.map((row) => row.sku_id),
  );
  await tx.sql(giveBackOfPart, [one.supplier_order_id, tx.now]);
  const [closed] = await tx.sql(closeParts, [[one.supplier_order_id], tx.now]);
  if (closed?.state === 'cancelled') {
    // Of two parts cancelled at the same time the second sees the first: otherwise neither would be the last.
    await tx.sql(lockOrder, [one.order_id]);
    await tx.sql(freeCoupons, [one.order_id]);
    await settlePart(tx, one.supplier_order_id);
  }
  const told = { supplierOrderId: one.supplier_order_id, orderId: one.order_id, supplierId: one.supplier_id };
  if (closed?.state === 'shipped') tx.emit('supplierOrderShipped', told);
}

export function tellStep(tx: Tx, one: MovedCase, event: string): void {
  tx.emit('afterSaleMoved', {
    ...{ caseId: one.id, orderId: one.order_id, supplierOrderId: one.supplier_order_id },
    ...{ supplierId: one.supplier_id, event, state: one.state },
  });
  const after = { state: one.state, amountFen: one.amount_fen.toString() };
  tx.audit({ action: `afterSale.${event}`, subjectKind: 'afterSale', subjectId: one.id, after });
}

/** One case, by whoever may: what others have done with it meanwhile is told. @throws ProblemError AFTER_SALE_STATE */
export async function moveCase(
  tx: Tx,
  one: { id: string; kind: machines.AfterSaleKind; state: string },
  step: Step,
): Promise<MovedCase> {
  const [moved] = await moveCases(tx, [one], step);
  if (!moved) throw fail('AFTER_SALE_STATE', { extra: { state: one.state } });
  return moved;
}
