import type { machines } from '@xihuo/contract';
import { watch } from '@xihuo/admission';
import { money, must, time } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey, type NewTransfer } from '@xihuo/ledger';
import { lines } from '@xihuo/ordering';
import { failpoint, newId, type Tx } from '@xihuo/platform';
import { splitAward } from '../rules/split-award';
import { linesOfCase } from '../store/case-file.sql';
import type { CaseRow } from '../store/case.sql';
import { insertAward, keepRefunds } from '../store/move-case.sql';

export const AWARD_RULE = 'dispute.award@1';
const CLEARING: AccountKey = { code: 'orderClearing', ownerId: null };
const holdOf = (disputeId: string): AccountKey => ({ code: 'disputeHold', ownerId: disputeId });

type Case = Pick<CaseRow, 'id' | 'order_id' | 'supplier_order_id' | 'supplier_id' | 'held_fen' | 'opened_at'>;

function transferOf(tx: Tx, row: Case, groupId: string) {
  return {
    ...{ id: newId(), groupId, sourceKind: 'dispute', sourceId: row.id, ruleVersion: AWARD_RULE },
    businessDate: time.businessDate(tx.now),
  };
}

/** Takes exactly the disputed fen out of clearing, into an account of the case. */
export async function bookHold(tx: Tx, row: Case): Promise<void> {
  await openAccounts(tx, [CLEARING, holdOf(row.id)]);
  const booked: NewTransfer = {
    ...transferOf(tx, row, newId()),
    ...{ debit: CLEARING, credit: holdOf(row.id), amountFen: money.fen(row.held_fen), code: 'dispute.hold' },
  };
  await postAll(tx, [booked]);
}

/**
 * Lets what is held go in one group of the ledger: what goes back to the buyer, and the rest. Both or neither, once: the account of
 * the case holds no fen more. What goes back is owed to the buyer from this transaction on; the provider is asked afterwards.
 */
async function letGo(tx: Tx, row: Case, refundFen: money.Fen): Promise<{ groupId: string; releaseFen: money.Fen }> {
  const claimed = (await tx.sql(linesOfCase, [row.id])).map((line) => ({
    lineId: line.line_id,
    claimedFen: money.fen(line.claimed_fen),
  }));
  const parts = splitAward(refundFen, claimed);
  const releaseFen = money.fen(row.held_fen - refundFen);
  const groupId = newId();
  const legs = [
    { fen: refundFen, code: 'dispute.refund' },
    { fen: releaseFen, code: 'dispute.release' },
  ];
  await postAll(
    tx,
    legs
      .filter((leg) => leg.fen > 0n)
      .map((leg) => ({
        ...transferOf(tx, row, groupId),
        ...{ debit: holdOf(row.id), credit: CLEARING, amountFen: leg.fen, code: leg.code },
      })),
  );
  await lines.endHold(tx, { sourceKind: 'dispute', sourceId: row.id, refunds: parts });
  await tx.sql(keepRefunds, [row.id, parts.map((part) => part.lineId), parts.map((part) => part.fen.toString())]);
  if (refundFen > 0n)
    await lines.payBack(tx, [
      { supplierOrderId: row.supplier_order_id, amountFen: refundFen, sourceKind: 'award', sourceId: row.id },
    ]);
  failpoint('dispute.award:beforeCommit');
  return { groupId, releaseFen };
}

/**
 * Executes what was agreed or decided about a case that has just moved to its end.
 *
 * @param refundFen what goes back to the buyer: nothing up to all that is held
 */
export async function award(
  tx: Tx,
  row: Case,
  basis: machines.disputing.AwardBasis,
  refundFen: money.Fen,
): Promise<void> {
  must(refundFen >= 0n && refundFen <= row.held_fen, 'an award is no more than what is held');
  const { groupId, releaseFen } = await letGo(tx, row, refundFen);
  await tx.sql(insertAward, [row.id, basis, refundFen.toString(), releaseFen.toString(), groupId, AWARD_RULE, tx.now]);
  const amounts = { refundFen: refundFen.toString(), releaseFen: releaseFen.toString() };
  tx.emit('disputeAwarded', { ...idsOf(row), basis, ...amounts });
  tx.audit({
    action: 'dispute.award',
    subjectKind: 'dispute',
    subjectId: row.id,
    after: { basis, ...amounts, groupId },
  });
  // A complaint that came to nothing counts for nothing.
  if (refundFen === 0n) await reportComplaint(tx, row, 0n);
}

/** Ends a case without an award: all of it is let go. */
export async function release(tx: Tx, row: Case, how: 'withdrawn' | 'lapsed'): Promise<void> {
  await letGo(tx, row, money.ZERO);
  tx.emit('disputeClosed', { ...idsOf(row), how, releaseFen: row.held_fen.toString() });
  await reportComplaint(tx, row, 0n);
}

/** Monitoring counts complaints; told again of the same case, what was told last counts. */
export function reportComplaint(tx: Tx, row: Case, amount: bigint): Promise<void> {
  const day = time.businessDate(row.opened_at);
  return watch.reportSignal(tx, row.supplier_id, 'complaint', { day, amount, source: `dispute:${row.id}` });
}

export function idsOf(row: Case) {
  return {
    disputeId: row.id,
    orderId: row.order_id,
    supplierOrderId: row.supplier_order_id,
    supplierId: row.supplier_id,
  };
}
