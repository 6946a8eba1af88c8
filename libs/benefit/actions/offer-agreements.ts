import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { AGREEMENT_MESSAGES } from '../rules/messages';
import { lockAgreements, overlapping, setOffered, type AgreementRow } from '../store/agreement.sql';
import { peopleOfHousehold } from '../store/people.sql';
import { hashOfPage, pageOfRow, termsOf } from './agreement-view';
import { fieldFault, idsOf, personOf, tell, type BenefitKit } from './benefit-kit';
import { mustBeTime, namedOf, noteAgreement, openAgreement, type Deciding } from './open-agreement';
import { mustPayTheLeast } from './pay-the-least';

/** The supplier signs the page in plain words and shows it to the household. @throws ProblemError as `offerAgreements` */
export async function offerAgreement(tx: Tx, kit: BenefitKit, deciding: Deciding): Promise<void> {
  const row = await openAgreement(tx, deciding, 'offer', 'clerks');
  await offer(tx, [row]);
  const message = AGREEMENT_MESSAGES.offered(namedOf(row), row.effective_from);
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  await tell(tx, kit, { personIds: idsOf(people), key: `agreement.offered:${row.id}`, message, sms: true });
}

/**
 * Offers drafts, all of them or none; nobody is told.
 *
 * @throws ProblemError NOT_AT_THIS_STEP, AGREEMENT_BACKDATED, AGREEMENT_OVERLAPS, WAGE_BELOW_MINIMUM
 */
export async function offerAgreements(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx.sql(lockAgreements, [ids]);
  for (const row of rows) mustBeTime(row, 'offer');
  await offer(tx, rows);
}

async function offer(tx: Tx, rows: readonly AgreementRow[]): Promise<void> {
  const today = time.businessDate(tx.now);
  const late = rows.find((row) => row.effective_from < today);
  if (late) throw fieldFault('AGREEMENT_BACKDATED', 'effectiveFrom', `from ${today} on, not ${late.effective_from}`);
  await mustPayTheLeast(tx, rows);
  const [other] = await tx.sql(overlapping, [rows.map(({ id }) => id)]);
  if (other) throw fail('AGREEMENT_OVERLAPS', { extra: { agreement: other.number } });
  const contestDays = await policyOn(tx, 'benefit.workContestDays', today);
  const pages = rows.map((row) => {
    const words = pageOfRow(row, contestDays);
    return { id: row.id, words, hash: hashOfPage(row.number, words) };
  });
  await tx.sql(setOffered, [JSON.stringify(pages), personOf(tx), tx.now]);
  const hashOf = new Map(pages.map(({ id, hash }) => [id, hash]));
  for (const row of rows)
    noteAgreement(tx, row, 'offer', { state: 'offered', kind: termsOf(row).kind, hash: hashOf.get(row.id) });
}
