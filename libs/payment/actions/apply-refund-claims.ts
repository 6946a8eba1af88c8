import { machines } from '@xihuo/contract';
import { money, states, time } from '@xihuo/kernel';
import { openAccounts, postAll, type NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import type { RefundState } from '../provider/payment-provider';
import { attemptOf } from '../rules/refund-key';
import { endRefunds, markOwedAgain, markRefunded, type MovedRefund } from '../store/refund.sql';

/** What the provider says of a refund, from whichever side it came: answer, webhook or poller. */
export interface RefundClaim {
  /** As we named the attempt to the provider; null for one that is not ours. */
  refundKey: string | null;
  refundRef: string | null;
  state: RefundState;
  amountFen: money.Fen;
  failure?: string;
}

const RULE = 'payment.refund@1';
const INSTITUTION = { code: 'institution', ownerId: null } as const;
const CLEARING = { code: 'orderClearing', ownerId: null } as const;

/**
 * Applies claims by compare-and-set: however often and in whatever order they come, a refund is booked once, and one that fails
 * after it had succeeded is taken back once (F21, F25). Answers the keys of what moved.
 */
export async function applyRefundClaims(tx: Tx, claims: readonly RefundClaim[]): Promise<Set<string>> {
  const moved = new Set<string>();
  // What succeeded first: a claim that it failed may be in the same batch, and is the later truth.
  for (const end of ['succeeded', 'failed'] as const) {
    const ours = claims.flatMap((claim) => {
      const attempt = claim.state === end ? attemptOf(claim.refundKey) : null;
      return attempt ? [{ ...claim, ...attempt }] : [];
    });
    if (ours.length === 0) continue;
    const rows = await tx.sql(endRefunds, [
      ours.map((claim) => claim.id),
      ours.map((claim) => claim.attempt),
      ours.map((claim) => claim.refundRef),
      ours.map((claim) => claim.amountFen.toString()),
      ours.map((claim) => claim.failure ?? null),
      end,
      states.statesBefore(machines.refundStates, end),
      tx.now,
    ]);
    await book(tx, end, rows);
    for (const row of rows) moved.add(row.id);
  }
  return moved;
}

/** A group a refund: out of what was captured, or back into it. */
async function book(tx: Tx, end: 'succeeded' | 'failed', rows: readonly MovedRefund[]): Promise<void> {
  const turned = rows.filter((row) => end === 'succeeded' || row.was === 'succeeded');
  if (turned.length > 0) await openAccounts(tx, [INSTITUTION, CLEARING]);
  await postAll(
    tx,
    turned.map((row): NewTransfer => ({
      id: newId(),
      debit: end === 'succeeded' ? CLEARING : INSTITUTION,
      credit: end === 'succeeded' ? INSTITUTION : CLEARING,
      amountFen: money.fen(row.amount_fen),
      code: end === 'succeeded' ? 'payment.refund' : 'payment.refundFailed',
      groupId: newId(),
      sourceKind: 'supplierOrder',
      sourceId: row.supplier_order_id,
      ruleVersion: RULE,
      businessDate: time.businessDate(tx.now),
    })),
  );
  const unmatched = rows.filter((row) => row.source_kind === 'unmatched').map((row) => row.payment_id);
  if (unmatched.length > 0) {
    if (end === 'succeeded') await tx.sql(markRefunded, [unmatched, tx.now]);
    else await tx.sql(markOwedAgain, [unmatched]);
  }
  for (const row of rows) tellEnd(tx, end, row);
}

function tellEnd(tx: Tx, end: 'succeeded' | 'failed', row: MovedRefund): void {
  const amountFen = row.amount_fen.toString();
  tx.emit(end === 'succeeded' ? 'refundSucceeded' : 'refundFailed', {
    ...{ refundId: row.id, supplierOrderId: row.supplier_order_id, orderId: row.order_id },
    ...{ sourceKind: row.source_kind, sourceId: row.source_id, amountFen },
  });
  const after = { amountFen, attempt: row.attempt };
  tx.audit({ action: `refund.${end}`, subjectKind: 'refund', subjectId: row.id, before: { state: row.was }, after });
}
