import type { Tx } from '@xihuo/platform';
import { newId } from '@xihuo/platform';
import { unpaidPacks } from '../store/after-sale.sql';
import { openCase } from './claim-after-sale';

/**
 * A dispute has given the buyer back all that was paid for lines of parts that have not left as a whole: their packs are not sent
 * any more. They are cancelled as any others, with their history, and bring nothing back that has not gone already.
 */
export async function endUnpaidPacks(tx: Tx, supplierOrderIds: readonly string[]): Promise<void> {
  const parts = await tx.sql(unpaidPacks, [supplierOrderIds]);
  // Seldom more than one, and each takes its own part's lock and ends in a case of its own.
  for (const part of parts)
    await openCase(tx, {
      ...{ orderId: part.order_id, caseId: newId(), amountFen: null, photoIds: [], by: 'platform' },
      claim: { kind: 'short', supplierOrderId: part.id, reason: 'other', lines: part.lines },
      words: '争议裁决已退回全部货款，未发出的商品取消',
    });
}
