import { fail, type machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { effectOfConsent } from '../rules/claim';
import { disputedLines, lockCase, type LockedCase, type MovedCase } from '../store/after-sale.sql';
import { dutyOfClaim } from './claim-after-sale';
import { moveCase, type Step } from './move-cases';
import { loadOrder, mustAct, type OrderAccess } from './view-order';

export async function holdCase(tx: Tx, caseId: string, action: string): Promise<LockedCase> {
  tx.attempt({ action: `afterSale.${action}`, subjectKind: 'afterSale', subjectId: caseId });
  const [one] = await tx.sql(lockCase, [caseId]);
  if (!one) throw fail('NOT_FOUND');
  return one;
}

/**
 * A step of the buyer's.
 *
 * @throws ProblemError NOT_FOUND for a case of another order, DUTY_MISSING, AFTER_SALE_STATE, LINE_HELD where a line of it is in dispute already
 */
export async function moveAsBuyer(
  tx: Tx,
  { orderId, caseId, access }: { orderId: string; caseId: string; access: OrderAccess },
  step: Omit<Step, 'by'>,
): Promise<void> {
  const order = await loadOrder(tx, orderId, access);
  const one = await holdCase(tx, caseId, step.event);
  if (one.order_id !== orderId) throw fail('NOT_FOUND');
  mustAct(order, dutyOfClaim(one.kind));
  if (step.event === 'escalate') {
    // One quarrel about a line at a time: the dispute this would become could not be opened, and the case would stand for ever.
    const [disputed] = await tx.sql(disputedLines, [caseId]);
    if (disputed) throw fail('LINE_HELD', { extra: { lineId: disputed.line_id } });
  }
  await moveCase(tx, one, { ...step, by: 'buyer' });
}

/**
 * The supplier's word on a claim, or on goods that came back: accepted, the money goes back (or the goods are awaited, or others are to
 * be sent); `refund` pays back instead, whatever was asked for. Accepted twice it is accepted once, and only in the state that was
 * read: who agreed that goods come back has not agreed to pay for what a colleague's consent has on its way by now. No sum asks for a
 * second person here, since silence pays the same.
 *
 * @throws ProblemError NOT_FOUND for another supplier's case, AFTER_SALE_STATE
 */
export async function answerAsSupplier(
  tx: Tx,
  { caseId, supplierIds }: { caseId: string; supplierIds: readonly string[] },
  answer: { state: machines.AfterSaleState } & ({ accept: true; refund?: true } | { refuse: string }),
): Promise<void> {
  const one = await holdCase(tx, caseId, 'accept' in answer ? 'accept' : 'refuse');
  if (!supplierIds.includes(one.supplier_id)) throw fail('NOT_FOUND');
  if (one.state !== answer.state) throw fail('AFTER_SALE_STATE', { extra: { state: one.state } });
  if ('refuse' in answer) {
    await moveCase(tx, one, { event: 'refuse', by: 'supplier', note: answer.refuse });
    return;
  }
  const event = effectOfConsent(one.state, one.kind, answer.refund === true);
  if (!event) throw fail('AFTER_SALE_STATE', { extra: { state: one.state } });
  await moveCase(tx, one, { event, by: 'supplier' });
}

/** A dispute has taken a case over: what becomes of the money is its award's. */
export async function handOverCase(tx: Tx, caseId: string): Promise<MovedCase> {
  return moveCase(tx, await holdCase(tx, caseId, 'handOver'), { event: 'handOver', by: 'platform' });
}
