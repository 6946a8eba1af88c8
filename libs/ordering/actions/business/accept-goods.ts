import { fail, type InputOf, type machines } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { sharePhotos } from '../../store/after-sale-photo.sql';
import { lockCase } from '../../store/after-sale.sql';
import { openCase } from '../claim-after-sale';
import { receivePart } from '../confirm-receipt';
import { moveCase } from '../move-cases';
import { insertPapersCheck } from '../../store/business/purchase.sql';
import { supplierOrdersOfOrder, type SupplierOrderRow } from '../../store/order.sql';
import { mustHaveDuty } from './members';
import { loadPurchase } from './view-purchase';

type Body = InputOf<'POST /purchase-orders/{id}/acceptances'>['body'];

/**
 * Accepts one supplier's part: from this day the term counts (保障中小企业款项支付条例 art. 10). What is turned away is claimed with
 * photos in the same transaction, a claim a reason; up to the setting's part of the supplier's sum the claims are granted at once and
 * credit notes made, above it the supplier answers first. Said again for a part that was accepted it changes nothing, and nothing more is turned away.
 *
 * @throws ProblemError NOT_FOUND, DUTY_MISSING, ORDER_STATE before it was shipped or for more than was turned away, AFTER_SALE_PHOTOS, AFTER_SALE_NOT_POSSIBLE
 */
export async function acceptGoods(tx: Tx, id: string, personId: string, body: Body): Promise<void> {
  tx.attempt({ action: 'purchase.accept', subjectKind: 'purchaseOrder', subjectId: id });
  const { row, member } = await loadPurchase(tx, id, personId);
  mustHaveDuty(member, 'receive');
  if (row.order_id === null) throw fail('PURCHASE_STATE', { extra: { state: row.state } });
  const parts = await tx.sql(supplierOrdersOfOrder, [row.order_id]);
  const part = parts.find((one) => one.id === body.supplierOrderId);
  if (!part) throw fail('NOT_FOUND');
  if (part.state === 'received' || part.state === 'released') {
    // What is granted at once is measured at the acceptance, so more is claimed as after any receipt.
    if (body.rejections.length > 0) throw fail('ORDER_STATE', { detail: 'accepted already' });
    return;
  }
  const [moved] = await receivePart(tx, part, tx.now);
  if (!moved) throw fail('ORDER_STATE', { detail: 'only a shipped part can be accepted' });
  if (body.rejections.length > 0) await turnAway(tx, row.order_id, part, body);
  if (body.papers) await checkPapers(tx, { purchaseOrderId: id, part, personId, missing: body.papers.missing });
  tx.audit({
    action: 'purchase.accept',
    subjectKind: 'purchaseOrder',
    subjectId: id,
    after: {
      supplierOrderId: part.id,
      rejected: body.rejections.map(({ lineId, packs }) => ({ lineId, packs })),
      papers: body.papers ?? null,
    },
  });
}

/** What of the papers was looked at and found missing; the supplier is told of that, goods are judged apart from it. */
async function checkPapers(
  tx: Tx,
  looked: { purchaseOrderId: string; part: SupplierOrderRow; personId: string; missing: string },
): Promise<void> {
  const { purchaseOrderId, part, personId, missing } = looked;
  await tx.sql(insertPapersCheck, [part.id, missing, personId, tx.now]);
  if (missing !== '')
    tx.emit('papersMissing', { purchaseOrderId, supplierOrderId: part.id, supplierId: part.supplier_id });
}

async function turnAway(tx: Tx, orderId: string, part: SupplierOrderRow, body: Body): Promise<void> {
  // What is not shown at the door cannot be shown later, and whoever sold it sees why.
  if (body.photoIds.length === 0) throw fail('AFTER_SALE_PHOTOS');
  const claims = new Map<string, Claimed>();
  for (const { lineId, packs, reason } of body.rejections) {
    const claimed = claimOf(part, lineId, reason);
    const key = `${claimed.kind} ${claimed.reason}`;
    const lines = [...(claims.get(key)?.lines ?? []), { lineId, packs }];
    claims.set(key, { ...claimed, lines });
  }
  const caseIds: string[] = [];
  for (const claimed of claims.values()) {
    const claim = { ...claimed, supplierOrderId: part.id };
    caseIds.push(
      await openCase(tx, {
        ...{ orderId, caseId: newId(), claim, amountFen: null, words: body.words },
        ...{ photoIds: caseIds.length === 0 ? body.photoIds : [], by: 'buyer' },
      }),
    );
  }
  const [first, ...others] = caseIds;
  if (others.length > 0) await tx.sql(sharePhotos, [first, others]);
  await grantAtOnce(tx, part, caseIds);
}

interface Claimed {
  readonly kind: 'damage' | 'refundOnly';
  readonly reason: machines.AfterSaleReason;
  readonly lines: readonly { lineId: string; packs: number }[];
}

/** Damage is a claim of fresh goods; other goods that arrive broken are of bad quality. */
function claimOf(part: SupplierOrderRow, lineId: string, reason: machines.buying.RejectionReason): Claimed {
  if (reason !== 'damaged') return { kind: 'refundOnly', reason, lines: [] };
  const isFresh = part.lines.find((line) => line.id === lineId)?.perishable ?? false;
  return isFresh ? { kind: 'damage', reason, lines: [] } : { kind: 'refundOnly', reason: 'quality', lines: [] };
}

async function grantAtOnce(tx: Tx, part: SupplierOrderRow, caseIds: readonly string[]): Promise<void> {
  const limitBp = await policyOn(tx, 'purchase.creditAtOnceBp', time.businessDate(tx.now));
  const cases = [];
  for (const caseId of caseIds) cases.push(...(await tx.sql(lockCase, [caseId])));
  const claimedFen = cases.reduce((sum, one) => sum + one.amount_fen, 0n);
  if (claimedFen > money.basisPoints(money.fen(part.amount_fen), BigInt(limitBp))) return;
  for (const one of cases) {
    must(one.state === 'requested', 'a claim just made waits for its answer');
    await moveCase(tx, one, { event: 'acceptRefund', by: 'platform' });
  }
}
