import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { insertEntry, lastEntry, lockOpenSubsidies, lockReference, movementKnown } from '../store/subsidy.sql';
import { receiveSubsidy } from './receive-subsidy';
import { mustBeThere, returnSubsidy } from './return-subsidy';

type Body = InputOf<'POST /settlement/subsidy-receipts'>['body'];
type ReturnBody = InputOf<'POST /settlement/subsidy-returns'>['body'];

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
  const movement = { ...body, goesBack: false };
  const first = await agreedWith(tx, movement, by);
  if (first !== null)
    return { state: 'booked', ...(await receiveSubsidy(tx, body, { entered: first, confirmed: by })) };
  const [open] = await tx.sql(lockOpenSubsidies, [kindOf(body), body.funderId]);
  const openFen = open?.open_fen ?? 0n;
  if (money.fromWire(body.amount) > openFen)
    throw fail('SUBSIDY_TOO_LARGE', { extra: { openFen: openFen.toString() } });
  const id = await write(tx, movement, by);
  return { state: 'waits', id, amount: body.amount, suppliers: 0, open: money.toWire(money.fen(openFen)) };
}

/**
 * Money that went back to an organisation out of what it has back of discounts it had funded, entered twice as what comes from one is.
 *
 * @param by who writes it down
 * @throws ProblemError SUBSIDY_RECEIPT_KNOWN where the movement is booked, FOUR_EYES where the same person writes the same again,
 *   SUBSIDY_RETURN_TOO_LARGE (extra: freeFen)
 */
export async function enterReturn(
  tx: Tx,
  body: ReturnBody,
  by: string,
): Promise<ResponseOf<'POST /settlement/subsidy-returns'>> {
  const movement = { ...body, goesBack: true };
  const first = await agreedWith(tx, movement, by);
  if (first !== null) {
    await returnSubsidy(tx, body, { entered: first, confirmed: by });
    return { state: 'booked' };
  }
  await mustBeThere(tx, body.funderId, money.fromWire(body.amount));
  await write(tx, movement, by);
  return { state: 'waits' };
}

interface Movement {
  readonly funderId: string | null;
  readonly amount: Body['amount'];
  readonly bankReference: string;
  readonly goesBack: boolean;
}

const kindOf = ({ funderId }: Pick<Movement, 'funderId'>) => (funderId === null ? 'platform' : 'organisation');

/** Who, another person, wrote the same movement down last; null where nobody did. */
async function agreedWith(tx: Tx, movement: Movement, by: string): Promise<string | null> {
  const { funderId, amount, bankReference, goesBack } = movement;
  tx.attempt({ action: 'subsidy.enter', subjectKind: 'bankMovement', subjectId: bankReference });
  await tx.sql(lockReference, [bankReference]);
  const [known] = await tx.sql(movementKnown, [bankReference]);
  if (known) throw fail('SUBSIDY_RECEIPT_KNOWN');
  const [last] = await tx.sql(lastEntry, [bankReference]);
  const agrees =
    last?.funder_kind === kindOf(movement) &&
    last.funder_id === funderId &&
    last.amount_fen === money.fromWire(amount) &&
    last.goes_back === goesBack;
  if (agrees && last.entered_by === by) throw fail('FOUR_EYES');
  return agrees ? last.entered_by : null;
}

async function write(tx: Tx, movement: Movement, by: string): Promise<string> {
  const { funderId, amount, bankReference, goesBack } = movement;
  const id = newId();
  const kind = kindOf(movement);
  const fen = money.fromWire(amount).toString();
  await tx.sql(insertEntry, [id, kind, funderId, fen, bankReference, by, tx.now, goesBack]);
  tx.audit({
    ...{ action: 'subsidy.enter', subjectKind: 'subsidyEntry', subjectId: id },
    after: { funder_kind: kind, funder_id: funderId, amountFen: fen, bankReference, goesBack },
  });
  return id;
}
