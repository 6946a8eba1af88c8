import { lines } from '@xihuo/ordering';
import { money, time } from '@xihuo/kernel';
import type { NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { lockDebtsOfCredits, useFunderCredits, type CreditUsed } from '../store/funder-credit.sql';
import { creditAccount, funderAccount } from './funder-account';
import { postInChunks } from './post-in-chunks';

/** Version of how what a funder has back pays what it owes. */
const RULE = 'subsidy.useCredit@1';
const CLEARING = { code: 'orderClearing', ownerId: null } as const;

/**
 * What suppliers gave back to those who had funded their discounts pays what these owe, of each the oldest first, to the fen: as money
 * that has come, but from the credit. Asked again, it does what is left to do.
 *
 * @param on YYYY-MM-DD (Asia/Shanghai), the day on which it counts as received: a run settles what was received by its last day
 */
export async function useCredits(tx: Tx, on: string): Promise<void> {
  if ((await tx.sql(lockDebtsOfCredits)).length === 0) return;
  const used = await tx.sql(useFunderCredits, [on, tx.now]);
  const businessDate = time.businessDate(tx.now);
  await postInChunks(
    tx,
    used.flatMap((one) => booked(one, businessDate)),
  );
  await lines.reopen(
    tx,
    used.flatMap((one) => one.line_ids),
  );
  for (const [id, of] of byReceipt(used))
    tx.audit({ action: 'subsidy.useCredit', subjectKind: 'subsidyReceipt', subjectId: id, after: of });
}

function booked(one: CreditUsed, businessDate: string): NewTransfer[] {
  const both = {
    ...{ groupId: newId(), sourceKind: 'subsidyReceipt', sourceId: one.receipt_id, ruleVersion: RULE, businessDate },
    amountFen: money.fen(one.fen),
  };
  const owed = { code: 'supplierSubsidy', ownerId: one.supplier_id } as const;
  return [
    { ...both, id: newId(), code: 'subsidy.receive', debit: creditAccount(one), credit: CLEARING },
    { ...both, id: newId(), code: 'subsidy.paid', debit: owed, credit: funderAccount(one) },
  ];
}

function byReceipt(used: readonly CreditUsed[]) {
  const sums = new Map<string, { funder_kind: string; funder_id: string | null; amountFen: string }>();
  for (const { receipt_id: id, funder_kind, funder_id, fen } of used)
    sums.set(id, { funder_kind, funder_id, amountFen: (BigInt(sums.get(id)?.amountFen ?? 0) + fen).toString() });
  return sums;
}
