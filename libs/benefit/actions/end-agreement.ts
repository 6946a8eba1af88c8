import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { AGREEMENT_MESSAGES } from '../rules/messages';
import { beginDue, endDue, lockAgreements, setDeclined, setEnding, setWithdrawn } from '../store/agreement.sql';
import { peopleOfHousehold, peopleOfSupplier } from '../store/people.sql';
import { fieldFault, idsOf, tell, type BenefitKit } from './benefit-kit';
import { peopleBy } from './people-by';
import { namedOf, noteAgreement, openAgreement, type Deciding } from './open-agreement';
import { reportLinkage } from './report-linkage';

const BATCH = 200;

/** The supplier takes back a draft, or an offer: the household hears that it need not sign any more. */
export async function withdrawAgreement(
  tx: Tx,
  kit: BenefitKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  const row = await openAgreement(tx, deciding, 'withdraw', 'clerks');
  await tx.sql(setWithdrawn, [row.id, reason]);
  noteAgreement(tx, row, 'withdraw', { state: 'withdrawn', reason });
  if (row.state !== 'offered') return;
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  const message = AGREEMENT_MESSAGES.withdrawn(namedOf(row), reason);
  await tell(tx, kit, { personIds: idsOf(people), key: `agreement.withdrawn:${row.id}`, message });
}

/** The household does not want it so. */
export async function declineAgreement(
  tx: Tx,
  kit: BenefitKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  const row = await openAgreement(tx, deciding, 'decline', 'household');
  await tx.sql(setDeclined, [row.id, reason]);
  noteAgreement(tx, row, 'decline', { state: 'declined' });
  const people = await tx.sql(peopleOfSupplier, [row.supplier_id]);
  const message = AGREEMENT_MESSAGES.declined(namedOf(row), reason);
  await tell(tx, kit, { personIds: idsOf(people), key: `agreement.declined:${row.id}`, message });
}

/**
 * Either side ends it. Days until the last one stay bound, so its state moves once that day is over; one whose first day never
 * comes is over at once.
 *
 * @throws ProblemError AGREEMENT_BACKDATED
 */
export async function endAgreement(
  tx: Tx,
  kit: BenefitKit,
  { reason, lastDay, by, ...deciding }: Deciding & { reason: string; lastDay: string; by: 'supplier' | 'household' },
): Promise<void> {
  const row = await openAgreement(tx, deciding, 'end', by === 'supplier' ? 'clerks' : 'household');
  const today = time.businessDate(tx.now);
  if (lastDay < today) throw fieldFault('AGREEMENT_BACKDATED', 'lastDay', `from ${today} on`);
  await tx.sql(setEnding, [row.id, lastDay, reason, by]);
  await reportLinkage(tx, [row.id]);
  noteAgreement(tx, row, 'end', { lastDay, by });
  const others = await tx.sql(by === 'supplier' ? peopleOfHousehold : peopleOfSupplier, [
    by === 'supplier' ? row.household_id : row.supplier_id,
  ]);
  const message = AGREEMENT_MESSAGES.ending(namedOf(row), lastDay, reason);
  await tell(tx, kit, { personIds: idsOf(others), key: `agreement.ending:${row.id}`, message, sms: true });
}

/** What its day has come for: first days begin, last days are over; of those that no next version follows both sides hear. @returns how many */
export async function turnAgreements(tx: Tx, kit: BenefitKit): Promise<number> {
  const today = time.businessDate(tx.now);
  const begun = await tx.sql(beginDue, [today, BATCH]);
  const over = await tx.sql(endDue, [today, BATCH]);
  for (const { id } of begun) noteAgreement(tx, { id, state: 'signed' }, 'begin', { state: 'inForce' });
  for (const { id, state } of over) noteAgreement(tx, { id, state: 'inForce' }, 'over', { state });
  const ended = over.filter(({ state }) => state === 'ended').map(({ id }) => id);
  const rows = ended.length === 0 ? [] : await tx.sql(lockAgreements, [ended]);
  const people = await peopleBy(
    tx,
    rows.flatMap((row) => [row.supplier_id, row.household_id]),
  );
  await tell(
    tx,
    kit,
    rows.map((row) => ({
      ...{ personIds: people(row.supplier_id, row.household_id), key: `agreement.over:${row.id}` },
      message: AGREEMENT_MESSAGES.over(namedOf(row)),
    })),
  );
  return begun.length + over.length;
}
