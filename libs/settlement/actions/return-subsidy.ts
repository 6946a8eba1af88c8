import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { newId, type Database, type Tx } from '@xihuo/platform';
import { funderCredits, insertReturn, lockFunder, type FunderCreditRow } from '../store/funder-credit.sql';
import { postInChunks } from './post-in-chunks';

/** Version of how what a funder has back is sent back to it. */
export const SUBSIDY_RETURN_RULE = 'subsidy.return@1';

type Body = InputOf<'POST /settlement/subsidy-returns'>['body'];

/** What may be sent: what pays nothing the funder owes, and was given back by suppliers already. */
function freeOf({ fen, open_fen: open, awaited_fen: awaited }: FunderCreditRow): money.Fen {
  const free = fen - open - awaited;
  return money.fen(free > 0n ? free : 0n);
}

/** Nobody else pays the funder back meanwhile. @throws ProblemError SUBSIDY_RETURN_TOO_LARGE (extra: freeFen) */
export async function mustBeThere(tx: Tx, funderId: string, fen: money.Fen): Promise<void> {
  await tx.sql(lockFunder, [funderId]);
  const [row] = await tx.sql(funderCredits, [funderId]);
  const free = row ? freeOf(row) : 0n;
  if (fen > free) throw fail('SUBSIDY_RETURN_TOO_LARGE', { extra: { freeFen: free.toString() } });
}

/**
 * Books that the institution has sent an organisation back what it had funded of goods that went back after they were settled.
 *
 * @param by who entered it and who, another person, entered the same after
 * @throws ProblemError SUBSIDY_RETURN_TOO_LARGE (extra: freeFen)
 */
export async function returnSubsidy(
  tx: Tx,
  { funderId, amount, bankReference }: Body,
  by: { entered: string; confirmed: string },
): Promise<void> {
  must(by.entered !== by.confirmed, 'what goes back is entered by two');
  const amountFen = money.fromWire(amount);
  await mustBeThere(tx, funderId, amountFen);
  const id = newId();
  const businessDate = time.businessDate(tx.now);
  await tx.sql(insertReturn, [
    ...[id, funderId, amountFen.toString(), bankReference, businessDate, by.entered, by.confirmed, tx.now],
  ]);
  await postInChunks(tx, [
    {
      ...{ id: newId(), groupId: newId(), code: 'subsidy.returned', sourceKind: 'subsidyReturn', sourceId: id },
      ...{ debit: { code: 'funderCredit', ownerId: funderId }, credit: { code: 'institution', ownerId: null } },
      ...{ amountFen, ruleVersion: SUBSIDY_RETURN_RULE, businessDate },
    },
  ]);
  tx.audit({
    ...{ action: 'subsidy.return', subjectKind: 'subsidyReturn', subjectId: id },
    after: { funderId, amountFen: amountFen.toString(), bankReference },
  });
}

/** What organisations have back of discounts they funded, by name: all of it, and what of it may be sent back now. */
export async function viewFunderCredits(database: Database): Promise<ResponseOf<'GET /settlement/funder-credits'>> {
  const rows = await database.read(funderCredits, [null]);
  return {
    data: rows.map((row) => ({
      funder: { id: row.funder_id, name: row.funder_name },
      ...{ credit: money.toWire(money.fen(row.fen)), free: money.toWire(freeOf(row)) },
    })),
  };
}
