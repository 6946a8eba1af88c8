import { watch } from '@xihuo/admission';
import { time } from '@xihuo/kernel';
import { newId, type Notices, type Tx, type Vault } from '@xihuo/platform';
import { openOrdersOfExits, unsentPastExit } from '../../store/exit/exit.sql';
import { openCase } from '../claim-after-sale';

/** Parts that one transaction ends: each is a case of its own, paid back at once. */
export const EXIT_BATCH = 50;

/**
 * Of suppliers that leave: what they have not sent by the deadline of their exit is cancelled and paid back, and the step of open
 * orders is answered. Answers how many parts were ended.
 */
export async function followExits(tx: Tx, kit: { vault: Vault; notices: Notices }): Promise<number> {
  const unsent = await tx.sql(unsentPastExit, [time.businessDate(tx.now), EXIT_BATCH]);
  // Few suppliers leave, and each part takes its own lock and ends in a case of its own.
  for (const part of unsent)
    await openCase(tx, {
      ...{ orderId: part.order_id, caseId: newId(), amountFen: null, photoIds: [], by: 'platform' },
      claim: { kind: 'short', supplierOrderId: part.id, reason: 'other', lines: part.lines },
      words: '供应商已退出，期限内未发货，订单取消并退款',
    });
  await watch.reportExitSteps(tx, kit, await tx.sql(openOrdersOfExits, []));
  return unsent.length;
}
