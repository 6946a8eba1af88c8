import { lines } from '@xihuo/ordering';
import { money, must, time } from '@xihuo/kernel';
import type { NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { insertReceipt, lockOpenSubsidies, payOldestFirst } from '../store/subsidy.sql';
import { creditsToUse, type CreditRow } from '../store/subsidy-back.sql';
import { creditAccount, funderAccount } from './funder-account';
import { postInChunks } from './post-in-chunks';

/** Version of how what a funder has back pays what it owes. */
const RULE = 'subsidy.useCredit@1';
const CLEARING = { code: 'orderClearing', ownerId: null } as const;

/**
 * What suppliers gave back to those who had funded their discounts pays what these owe, the oldest first, to the fen: as money that has
 * come, but from the credit. Asked again, it does what is left to do.
 *
 * @param on YYYY-MM-DD (Asia/Shanghai), the day on which it counts as received: a run settles what was received by its last day
 */
export async function useCredits(tx: Tx, on: string): Promise<void> {
  for (const credit of await tx.sql(creditsToUse)) await useCredit(tx, credit, on);
}

async function useCredit(tx: Tx, funder: CreditRow, on: string): Promise<void> {
  const { funder_kind: kind, funder_id: funderId } = funder;
  const [open] = await tx.sql(lockOpenSubsidies, [kind, funderId]);
  const fen = open!.open_fen < funder.fen ? open!.open_fen : funder.fen;
  if (fen === 0n) return;
  const id = newId();
  const day = time.businessDate(tx.now);
  const by = ['system:settlement', tx.now, null, true];
  await tx.sql(insertReceipt, [id, kind, funderId, fen.toString(), `credit ${id}`, on, ...by]);
  const paid = await tx.sql(payOldestFirst, [id, kind, funderId, fen.toString(), on]);
  must(money.sum(paid.map((one) => money.fen(one.fen))) === fen, 'a credit is the debts it pays');
  await postInChunks(
    tx,
    paid.flatMap((one): NewTransfer[] => {
      const booked = {
        ...{ groupId: newId(), sourceKind: 'subsidyReceipt', sourceId: id, ruleVersion: RULE, businessDate: day },
        amountFen: money.fen(one.fen),
      };
      const owed = { code: 'supplierSubsidy', ownerId: one.supplier_id } as const;
      return [
        { ...booked, id: newId(), code: 'subsidy.receive', debit: creditAccount(funder), credit: CLEARING },
        { ...booked, id: newId(), code: 'subsidy.paid', debit: owed, credit: funderAccount(funder) },
      ];
    }),
  );
  await lines.reopen(
    tx,
    paid.flatMap((one) => one.line_ids),
  );
  tx.audit({
    ...{ action: 'subsidy.useCredit', subjectKind: 'subsidyReceipt', subjectId: id },
    after: { funder_kind: kind, funder_id: funderId, amountFen: fen.toString() },
  });
}
