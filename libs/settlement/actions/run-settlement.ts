import { fundObligations, openFundable } from '@xihuo/benefit';
import { fail } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import type { AccountKey, NewTransfer } from '@xihuo/ledger';
import { lines } from '@xihuo/ordering';
import { newId, type Tx } from '@xihuo/platform';
import { keepDues } from '../store/payout/draw.sql';
import {
  anythingDue,
  brokenLines,
  closeRun,
  handDown,
  insertStatements,
  keepLineDues,
  keepPortionDues,
  markDone,
  openRun,
  splitByLot,
  sumsBySupplier,
  takeLines,
  type SupplierSum,
} from '../store/run.sql';
import { runView, type RunView } from '../store/settlement-view';
import { bookSubsidies } from './owe-subsidies';
import { postInChunks } from './post-in-chunks';

/** Version of the order of payment: fee, households, supplier. */
export const SETTLEMENT_RULE = 'settlement.run@1';

/** Whether a run for this business date would settle anything. */
export async function settlementDue(tx: Tx, periodEnd: string): Promise<boolean> {
  const [row] = await tx.sql(anythingDue, [periodEnd]);
  return row?.due ?? false;
}

/**
 * Settles every released line up to and including a business date, whole or not at all: fee, then the households behind the
 * goods by priority, then the supplier's payable; those who fund its discounts owe their part from then on. A part of a line is
 * settled in one run only, by its primary key.
 *
 * @param periodEnd YYYY-MM-DD (Asia/Shanghai), a day that is over
 * @throws ProblemError PERIOD_NOT_OVER, RUN_EXISTS
 */
export async function runSettlement(tx: Tx, periodEnd: string): Promise<RunView> {
  if (periodEnd >= time.businessDate(tx.now)) throw fail('PERIOD_NOT_OVER');
  const [run] = await tx.sql(openRun, [periodEnd, tx.now]);
  if (!run) throw fail('RUN_EXISTS');
  await lines.openSettleable(tx, periodEnd);
  await tx.sql(takeLines, [run.id, periodEnd]);
  await bookSubsidies(tx, run.id, periodEnd);
  await tx.sql(splitByLot, [run.id]);
  await openFundable(tx);
  await tx.sql(handDown, [run.id]);
  await fundObligations(tx, run.id, periodEnd);
  await tx.sql(keepPortionDues, [run.id]);
  await tx.sql(keepLineDues, [run.id]);

  const [check] = await tx.sql(brokenLines, [run.id]);
  must(check?.broken === 0, 'every settled line is fee plus households plus supplier');
  const sums = await tx.sql(sumsBySupplier, [run.id]);
  await postSums(tx, run.id, periodEnd, sums);
  await tx.sql(insertStatements, [run.id, periodEnd, JSON.stringify(sums, bigintAsText), SETTLEMENT_RULE]);
  await tx.sql(keepDues, [run.id]);
  await tx.sql(markDone);
  await lines.closeSettled(tx);
  const [closed] = await tx.sql(closeRun, [run.id, tx.now]);
  must(closed !== undefined, 'the run that was opened is closed');
  const view = runView(closed);
  tx.audit({
    action: 'settlement.run',
    subjectKind: 'settlementRun',
    subjectId: run.id,
    after: { periodEnd, lines: view.lines, gross: view.gross.amount },
  });
  return view;
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** Fee and payable of each supplier leave the clearing account in one group: both or neither. */
async function postSums(tx: Tx, runId: string, businessDate: string, sums: readonly SupplierSum[]): Promise<void> {
  const transfers = sums.flatMap((sum): NewTransfer[] => {
    const groupId = newId();
    const parts: { credit: AccountKey; fen: bigint; code: string }[] = [
      { credit: { code: 'platformFee', ownerId: null }, fen: sum.fee_fen, code: 'settle.fee' },
      { credit: { code: 'supplierPayable', ownerId: sum.supplier_id }, fen: sum.payable_fen, code: 'settle.payable' },
    ];
    return parts
      .filter((part) => part.fen > 0n)
      .map((part) => ({
        id: newId(),
        debit: { code: 'orderClearing', ownerId: null },
        credit: part.credit,
        amountFen: money.fen(part.fen),
        code: part.code,
        groupId,
        sourceKind: 'settlementRun',
        sourceId: runId,
        ruleVersion: SETTLEMENT_RULE,
        businessDate,
      }));
  });
  await postInChunks(tx, transfers);
}
