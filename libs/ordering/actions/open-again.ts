import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { standsAgainSince } from '../rules/open-again';
import { soldBySku } from '../store/order-steps.sql';
import { lockStock } from '../store/place-orders.sql';
import { mayStandAgain, standAgain, takeAgain } from '../store/reopen.sql';
import { reportStock } from './stock/report-stock';

/**
 * Orders that ran out of time and whose money came all the same: those whose goods are still there stand again, paid, at the prices they
 * were placed at. Called again it finds none of them any more.
 *
 * @returns the orders that stand again; of the others the money is owed back
 */
export async function openAgain(tx: Tx, orderIds: readonly string[]): Promise<string[]> {
  const may = (await tx.sql(mayStandAgain, [orderIds, standsAgainSince(tx.now)])).map(({ id }) => id);
  if (may.length === 0) return [];
  const packs = (await tx.sql(soldBySku, [may])).map((row) => row.sku_id);
  await tx.sql(lockStock, [packs]);
  const taken = (await tx.sql(takeAgain, [may, tx.now])).map(({ id }) => id);
  if (taken.length === 0) return [];
  await tx.sql(standAgain, [
    ...[taken, tx.now, states.statesBefore(machines.orderStates, 'reopen')],
    states.statesBefore(machines.supplierOrderStates, 'reopen'),
  ]);
  await reportStock(tx, packs);
  for (const id of taken)
    tx.audit({ action: 'order.openAgain', subjectKind: 'order', subjectId: id, after: { state: 'paid' } });
  return taken;
}
