import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { insertEntry, lastEntry, lockOpenSubsidies, lockReference, receiptKnown } from '../store/subsidy.sql';
import { receiveSubsidy } from './receive-subsidy';

type Body = InputOf<'POST /settlement/subsidy-receipts'>['body'];

/**
 * Money of a funder, entered twice (双人录入): the first person's words wait and move nothing; they are booked once another person has
 * written the same funder, sum and movement from the bank's paper. What differs is no agreement: it waits in place of what was written
 * before, so that a slip is mended by writing it right, and somebody else still has to agree with that.
 *
 * @param by who writes it down
 * @throws ProblemError SUBSIDY_RECEIPT_KNOWN where the movement is booked, FOUR_EYES where the same person writes the same again,
 *   SUBSIDY_TOO_LARGE (extra: openFen)
 */
export async function enterSubsidy(
  tx: Tx,
  body: Body,
  by: string,
): Promise<ResponseOf<'POST /settlement/subsidy-receipts'>> {
  const { funderId, amount, bankReference } = body;
  const kind = funderId === null ? 'platform' : 'organisation';
  const fen = money.fromWire(amount);
  const id = newId();
  tx.attempt({ action: 'subsidy.enter', subjectKind: 'subsidyEntry', subjectId: id });
  await tx.sql(lockReference, [bankReference]);
  const [known] = await tx.sql(receiptKnown, [bankReference]);
  if (known) throw fail('SUBSIDY_RECEIPT_KNOWN');
  const [last] = await tx.sql(lastEntry, [bankReference]);
  const agrees = last?.funder_kind === kind && last.funder_id === funderId && last.amount_fen === fen;
  if (agrees && last.entered_by === by) throw fail('FOUR_EYES');
  if (agrees)
    return { state: 'booked', ...(await receiveSubsidy(tx, body, { entered: last.entered_by, confirmed: by })) };
  const [open] = await tx.sql(lockOpenSubsidies, [kind, funderId]);
  const openFen = open?.open_fen ?? 0n;
  if (fen > openFen) throw fail('SUBSIDY_TOO_LARGE', { extra: { openFen: openFen.toString() } });
  await tx.sql(insertEntry, [id, kind, funderId, fen.toString(), bankReference, by, tx.now]);
  tx.audit({
    ...{ action: 'subsidy.enter', subjectKind: 'subsidyEntry', subjectId: id },
    after: { funder_kind: kind, funder_id: funderId, amountFen: fen.toString(), bankReference },
  });
  return { state: 'waits', id, amount, suppliers: 0, open: money.toWire(money.fen(openFen)) };
}
