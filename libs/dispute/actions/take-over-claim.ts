import type { machines } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { claims } from '@xihuo/ordering';
import { newId, type Tx } from '@xihuo/platform';
import { escalatedClaim, insertMessage } from '../store/case-file.sql';
import type { DisputeKit } from './dispute-kit';
import { openMatter } from './open-dispute';
import { stepIn } from './step';

const KINDS: Readonly<Record<string, machines.disputing.DisputeKind>> = {
  ...{ damage: 'damaged', short: 'short', return: 'quality', cancel: 'notReceived' },
  ...{ exchange: 'quality', resend: 'short' },
};

/**
 * A refused claim that its buyer brings before the platform becomes a dispute, with its words and photographs; the two have talked
 * already, so the platform steps in at once. The claim is closed in the same transaction: what it kept back is held from here on.
 *
 * @returns the id of the case; null where the claim wants no money
 */
export async function takeOverClaim(tx: Tx, kit: DisputeKit, claimId: string): Promise<string | null> {
  await claims.handOver(tx, claimId);
  const [claim] = await tx.sql(escalatedClaim, [claimId]);
  if (!claim || claim.lines.length === 0) return null;
  const row = await openMatter(tx, {
    ...{ orderId: claim.order_id, supplierOrderId: claim.supplier_order_id, kind: KINDS[claim.kind] ?? 'other' },
    // Never refused, it is about what was sent in place of something.
    words: claim.words.trim() || (claim.answer ? '售后申请被拒绝，请平台介入' : '补寄的商品有问题，请平台介入'),
    lines: claim.lines.map(({ lineId, fen }) => ({ lineId, fen: money.fen(fen) })),
    personId: null,
    claim: { id: claim.id, photoIds: claim.photo_ids, photoTypes: claim.photo_types },
  });
  if (claim.answer) await tx.sql(insertMessage, [newId(), row.id, 'supplier', claim.answer, null, [], null, tx.now]);
  await stepIn(tx, kit, row);
  return row.id;
}
