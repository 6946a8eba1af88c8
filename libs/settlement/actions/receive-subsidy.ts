import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import type { NewTransfer } from '@xihuo/ledger';
import { lines } from '@xihuo/ordering';
import { failpoint, newId, type Tx } from '@xihuo/platform';
import { funderAccount } from './funder-account';
import { insertReceipt, lockOpenSubsidies, payOldestFirst } from '../store/subsidy.sql';
import { postInChunks } from './post-in-chunks';

const RULE = 'subsidy.receive@1';
const CLEARING = { code: 'orderClearing', ownerId: null } as const;
const INSTITUTION = { code: 'institution', ownerId: null } as const;

type Body = InputOf<'POST /settlement/subsidy-receipts'>['body'];

/**
 * Money of a funder has reached the institution: it pays the funder's oldest debts first, to the fen, and the next run settles it
 * with the lines whose discounts it paid for (households first, as all that a line brings).
 *
 * @param by who entered it and who, another person, entered the same after: nobody says alone that money came
 * @throws ProblemError SUBSIDY_TOO_LARGE (extra: openFen), SUBSIDY_RECEIPT_KNOWN where the bank's movement was entered before
 */
export async function receiveSubsidy(
  tx: Tx,
  { funderId, amount, bankReference }: Body,
  by: { entered: string; confirmed: string },
): Promise<Omit<ResponseOf<'POST /settlement/subsidy-receipts'>, 'state'>> {
  must(by.entered !== by.confirmed, 'a receipt is entered by two');
  const funder = { funder_kind: funderId === null ? 'platform' : 'organisation', funder_id: funderId };
  const fen = money.fromWire(amount);
  const id = newId();
  tx.attempt({ action: 'subsidy.receive', subjectKind: 'subsidyReceipt', subjectId: id });
  const day = time.businessDate(tx.now);
  const [made] = await tx.sql(insertReceipt, [
    ...[id, funder.funder_kind, funder.funder_id, fen.toString(), bankReference, day, by.confirmed, tx.now],
    ...[by.entered, false],
  ]);
  // Before the sum is judged: whoever enters a movement twice should hear just that, also where the first time paid all that was open.
  if (!made) throw fail('SUBSIDY_RECEIPT_KNOWN');
  const [open] = await tx.sql(lockOpenSubsidies, [funder.funder_kind, funder.funder_id]);
  const openFen = open?.open_fen ?? 0n;
  if (fen > openFen) throw fail('SUBSIDY_TOO_LARGE', { extra: { openFen: openFen.toString() } });
  const paid = await tx.sql(payOldestFirst, [id, funder.funder_kind, funder.funder_id, fen.toString(), day]);
  must(money.sum(paid.map((one) => money.fen(one.fen))) === fen, 'a receipt is the debts it pays');
  await postInChunks(
    tx,
    paid.flatMap((one): NewTransfer[] => {
      const booked = {
        ...{ groupId: newId(), sourceKind: 'subsidyReceipt', sourceId: id, ruleVersion: RULE, businessDate: day },
        amountFen: money.fen(one.fen),
      };
      const receivable = { code: 'supplierSubsidy', ownerId: one.supplier_id } as const;
      return [
        { ...booked, id: newId(), code: 'subsidy.receive', debit: INSTITUTION, credit: CLEARING },
        { ...booked, id: newId(), code: 'subsidy.paid', debit: receivable, credit: funderAccount(funder) },
      ];
    }),
  );
  await lines.reopen(
    tx,
    paid.flatMap((one) => one.line_ids),
  );
  failpoint('subsidy.receive:beforeCommit');
  tx.audit({
    ...{ action: 'subsidy.receive', subjectKind: 'subsidyReceipt', subjectId: id },
    after: { ...funder, amountFen: fen.toString(), bankReference },
  });
  return { id, amount, suppliers: paid.length, open: money.toWire(money.fen(openFen - fen)) };
}
