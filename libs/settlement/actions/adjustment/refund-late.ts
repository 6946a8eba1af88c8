import { fail } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey } from '@xihuo/ledger';
import { lines } from '@xihuo/ordering';
import { failpoint, newId, type Tx } from '@xihuo/platform';
import { LATE_REFUND } from '../../rules/adjustment-messages';
import { lateLine, type HeldAdjustment } from '../../store/adjustment.sql';
import { peopleOfPayees } from '../../store/payout/account.sql';
import { payoutsOneAtATime } from '../../store/payout/draw.sql';
import type { PayoutKit } from '../payout/payout-kit';
import { receivableOf } from '../run/state-shard';
import { useCredits } from '../use-credits';
import { giveRebatesBack } from './rebates-back';
import { giveSubsidiesBack } from './subsidies-back';

export type Telling = Pick<PayoutKit, 'vault' | 'notices'>;

/** Version of how a refund of a settled line is booked: the buyer is paid, the supplier owes all of it. */
export const LATE_REFUND_RULE = 'refund.late@1';
const CLEARING: AccountKey = { code: 'orderClearing', ownerId: null };

/**
 * Pays the buyer of a settled line back, in the transaction that approves it: what goes back is the supplier's to give from now on, so
 * that clearing of the order nets to nothing. What others funded of its discount goes back to them by the same part. Households keep
 * wages, floor price and premium always, and of second rebates what they are paid; what is not paid of these goes back (`giveRebatesBack`).
 * Dividends are of a pool that a meeting declared, not of a line, and stay (decision 0016).
 *
 * @throws ProblemError LATE_REFUND_TOO_LARGE (extra: leftFen), REFUND_TOO_LARGE, PAYMENT_NOT_POSSIBLE
 */
export async function refundLate(tx: Tx, kit: Telling, row: HeldAdjustment): Promise<void> {
  const { id, line_id: lineId, supplier_id: supplierId } = row;
  must(lineId !== null && row.about_statement_id !== null, 'a late refund is of a line of a statement');
  const fen = money.fen(-row.amount_fen);
  // Before anything is held, as whoever pays out does: what of rebates is not paid is put on no list meanwhile.
  await tx.sql(payoutsOneAtATime);
  const part = await lines.refundLate(tx, { lineId, fen, sourceId: id });
  // The part is held by now: of two refunds of one line the second sees the first.
  const [line] = await tx.sql(lateLine, [row.about_statement_id, lineId]);
  must(line, 'a line that was proposed is on its statement');
  if (line.left_fen < 0n) throw fail('LATE_REFUND_TOO_LARGE', { extra: { leftFen: (line.left_fen + fen).toString() } });
  failpoint('adjustment.refundLate:refunded');
  const receivable = receivableOf(supplierId);
  await openAccounts(tx, [receivable, CLEARING]);
  await postAll(tx, [
    {
      ...{ id: newId(), groupId: newId(), debit: receivable, credit: CLEARING, amountFen: fen, code: 'refund.late' },
      ...{ sourceKind: 'adjustment', sourceId: id, ruleVersion: LATE_REFUND_RULE },
      businessDate: time.businessDate(tx.now),
    },
  ]);
  await giveRebatesBack(tx, kit, row, part.id);
  const subsidyFen = await giveSubsidiesBack(tx, row);
  await useCredits(tx, time.businessDate(tx.now));
  const told = { order: part.order_number, supplier: part.supplier_name, fen };
  await lines.tellBuyer(tx, kit, part.order_id, { key: `lateRefund:${id}`, ...LATE_REFUND.buyer(told) });
  const people = (await tx.sql(peopleOfPayees, [[supplierId]])).map((person) => person.person_id);
  if (people.length > 0)
    await kit.notices.tellAll(tx, people, {
      key: `lateRefund.supplier:${id}`,
      about: 'statements:own',
      ...LATE_REFUND.supplier({ ...told, subsidyFen }),
    });
}
