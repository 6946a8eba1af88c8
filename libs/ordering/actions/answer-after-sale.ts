import { fail, type machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { disputedLines, dueCases, lockCase, lockParts, type MovedCase } from '../store/after-sale.sql';
import { effectOfSilence } from '../rules/claim';
import { moveCase, moveCases, type Step } from './move-cases';
import { loadOrder, type OrderAccess } from './view-order';

async function holdCase(tx: Tx, caseId: string, action: string): Promise<MovedCase> {
  tx.attempt({ action: `afterSale.${action}`, subjectKind: 'afterSale', subjectId: caseId });
  const [one] = await tx.sql(lockCase, [caseId]);
  if (!one) throw fail('NOT_FOUND');
  return one;
}

/**
 * A step of the buyer's.
 *
 * @throws ProblemError NOT_FOUND for a case of another order, AFTER_SALE_STATE, LINE_HELD where a line of it is in dispute already
 */
export async function moveAsBuyer(
  tx: Tx,
  { orderId, caseId, access }: { orderId: string; caseId: string; access: OrderAccess },
  step: Omit<Step, 'by'>,
): Promise<void> {
  await loadOrder(tx, orderId, access);
  const one = await holdCase(tx, caseId, step.event);
  if (one.order_id !== orderId) throw fail('NOT_FOUND');
  if (step.event === 'escalate') {
    // One quarrel about a line at a time: the dispute this would become could not be opened, and the case would stand for ever.
    const [disputed] = await tx.sql(disputedLines, [caseId]);
    if (disputed) throw fail('LINE_HELD', { extra: { lineId: disputed.line_id } });
  }
  await moveCase(tx, one, { ...step, by: 'buyer' });
}

/**
 * The supplier's word on a claim, or on goods that came back: accepted, the money goes back (or the goods are awaited); accepted
 * twice it is accepted once.
 *
 * @throws ProblemError NOT_FOUND for another supplier's case, AFTER_SALE_STATE
 */
export async function answerAsSupplier(
  tx: Tx,
  { caseId, supplierIds }: { caseId: string; supplierIds: readonly string[] },
  answer: { accept: true } | { refuse: string },
): Promise<void> {
  const one = await holdCase(tx, caseId, 'accept' in answer ? 'accept' : 'refuse');
  if (!supplierIds.includes(one.supplier_id)) throw fail('NOT_FOUND');
  if ('refuse' in answer) {
    await moveCase(tx, one, { event: 'refuse', by: 'supplier', note: answer.refuse });
    return;
  }
  const isReturn = one.kind === 'return' && one.state === 'requested';
  await moveCase(tx, one, { event: isReturn ? 'acceptReturn' : 'acceptRefund', by: 'supplier' });
}

/** Cases one round moves. */
const BATCH = 200;

/** Where nobody acted in time the case goes on by itself: silence of the supplier accepts, silence of the buyer closes. */
export async function moveSilentCases(tx: Tx): Promise<number> {
  const due = await tx.sql(dueCases, [tx.now, BATCH]);
  await tx.sql(lockParts, [due.map((one) => one.supplier_order_id)]);
  const bySteps = new Map<string, { event: machines.AfterSaleEvent; cases: typeof due }>();
  for (const one of due) {
    const event = effectOfSilence(one.state, one.kind);
    if (!event) continue;
    const key = `${one.state}:${one.kind}`;
    const known = bySteps.get(key) ?? { event, cases: [] };
    known.cases.push(one);
    bySteps.set(key, known);
  }
  let moved = 0;
  for (const { event, cases } of bySteps.values())
    moved += (await moveCases(tx, cases, { event, by: 'platform' })).length;
  return moved;
}

/** A dispute has taken a case over: what becomes of the money is its award's. */
export async function handOverCase(tx: Tx, caseId: string): Promise<MovedCase> {
  return moveCase(tx, await holdCase(tx, caseId, 'handOver'), { event: 'handOver', by: 'platform' });
}
