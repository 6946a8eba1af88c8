import { fail, type InputOf } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { linesToShip } from '../store/shipping.sql';
import { lockPart } from '../store/line-hold.sql';
import { openCase } from './claim-after-sale';

/**
 * What of a part has not left never will, says the supplier: cancelled and paid back at once, freight of these packs included.
 *
 * @throws ProblemError NOT_FOUND for another supplier's part, ORDER_STATE where nothing is open
 */
export async function endShort(
  tx: Tx,
  part: { supplierOrderId: string; supplierIds: readonly string[]; caseId: string },
  { reason, words }: InputOf<'POST /supplier/orders/{id}/short-delivery'>['body'],
): Promise<string> {
  const { supplierOrderId, supplierIds, caseId } = part;
  tx.attempt({ action: 'supplierOrder.endShort', subjectKind: 'supplierOrder', subjectId: supplierOrderId });
  const [held] = await tx.sql(lockPart, [supplierOrderId]);
  if (!held || !supplierIds.includes(held.supplier_id)) throw fail('NOT_FOUND');
  if (held.state !== 'toShip') throw fail('ORDER_STATE', { detail: 'nothing of it is to be sent any more' });
  const open = (await tx.sql(linesToShip, [supplierOrderId])).filter((line) => line.open_packs > 0);
  const lines = open.map((line) => ({ lineId: line.id, packs: line.open_packs }));
  const claim = { kind: 'short', supplierOrderId, reason, lines } as const;
  return openCase(tx, {
    ...{ orderId: held.order_id, caseId, claim },
    ...{ amountFen: null, words, photoIds: [], by: 'supplier' },
  });
}
