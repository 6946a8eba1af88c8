import { fail, type InputOf } from '@xihuo/contract';
import { mustBeFitWitness } from '@xihuo/identity';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { AGREEMENT_MESSAGES } from '../rules/messages';
import { cutShort, daysTaken, lockAgreements, overlapping, setSigned, type AgreementRow } from '../store/agreement.sql';
import { peopleOfHousehold, peopleOfSupplier } from '../store/people.sql';
import type { AgreementView } from './agreement-view';
import { fieldFault, idsOf, ownSuppliers, personOf, tell, type BenefitKit } from './benefit-kit';
import { mustBeTime, namedOf, noteAgreement, openAgreement, type Deciding } from './open-agreement';
import { mustBePapers } from './papers';
import { mustPayTheLeast } from './pay-the-least';
import { releaseHeldDeliveries } from './release-held';
import { reportLinkage } from './report-linkage';
import { spendCode } from './signing-code';

type Witnessing = InputOf<'POST /benefit/agreements/{id}/witness'>['body'];
type Role = Witnessing['role'];

/** How a household signed, and the day that counts: an agreement binds no day before both sides signed it. */
export interface Signing {
  readonly way: NonNullable<AgreementView['signing']>['way'];
  readonly on: string;
  readonly witness?: { readonly name: string; readonly role: Role };
  /** The signed sheet of each agreement. */
  readonly paperOf?: (row: AgreementRow) => string;
}

/** The household signs in its own session exactly the page it read. @throws ProblemError AGREEMENT_WORDS_CHANGED */
export async function signBySession(
  tx: Tx,
  kit: BenefitKit,
  { hash, ...deciding }: Deciding & { hash: string },
): Promise<void> {
  const row = await openAgreement(tx, deciding, 'sign', 'household');
  if (row.words_hash !== hash) throw fail('AGREEMENT_WORDS_CHANGED');
  await sign(tx, [row], { way: 'session', on: time.businessDate(tx.now) });
  await tellSigned(tx, kit, row, await tx.sql(peopleOfSupplier, [row.supplier_id]));
}

/** The household's code, typed at the desk; that it fits was found before. @throws ProblemError WRONG_CODE where it was spent meanwhile */
export async function signByCode(tx: Tx, kit: BenefitKit, deciding: Deciding): Promise<void> {
  const row = await openAgreement(tx, deciding, 'signByCode', 'clerks');
  await spendCode(tx, row);
  await sign(tx, [row], { way: 'code', on: time.businessDate(tx.now) });
  await tellSigned(tx, kit, row, await tx.sql(peopleOfHousehold, [row.household_id]));
}

/** The household signed on paper before somebody, whom the photo of the sheet shows. @throws ProblemError PAPER_UNKNOWN, WITNESS_UNFIT */
export async function signBeforeWitness(
  tx: Tx,
  kit: BenefitKit,
  { name, role, paperId, on, ...deciding }: Deciding & Witnessing,
): Promise<void> {
  const row = await openAgreement(tx, deciding, 'witness', 'witnesses');
  const bySupplier = ownSuppliers(tx.actor).includes(row.supplier_id);
  await mustBeFitWitness(
    tx,
    { name, role, on },
    {
      ...{ supplierId: row.supplier_id, householdIds: [row.household_id] },
      since: time.businessDate(row.offered_at!),
    },
  );
  await mustBePapers(tx, { supplierId: row.supplier_id, householdId: row.household_id }, { paperId });
  await sign(tx, [row], { way: 'witness', on, witness: { name, role }, paperOf: () => paperId });
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  const message = AGREEMENT_MESSAGES.witnessed(namedOf(row), row.effective_from, name);
  await tell(tx, kit, { personIds: idsOf(people), key: `agreement.witnessed:${row.id}`, message, sms: true });
  if (!bySupplier) await tellSigned(tx, kit, row, await tx.sql(peopleOfSupplier, [row.supplier_id]));
}

/**
 * Signs what was offered, all of it or nothing; nobody is told.
 *
 * A fact is bound by the version in force on its day, and its price is never rewritten by a signature. So a next version that is
 * signed on paper and brought here later binds the days since its first one only where none of them has a delivery that was bought,
 * work that was written down or rent that is owed under the version before; else it is refused, with the first day that is free.
 * Work that is not earned yet may be withdrawn and entered anew.
 *
 * @throws ProblemError NOT_AT_THIS_STEP, AGREEMENT_BACKDATED, AGREEMENT_DAYS_TAKEN, AGREEMENT_OVERLAPS, WAGE_BELOW_MINIMUM
 */
export async function signAgreements(tx: Tx, ids: readonly string[], signing: Signing): Promise<void> {
  const rows = await tx.sql(lockAgreements, [ids]);
  for (const row of rows) mustBeTime(row, 'sign');
  await sign(tx, rows, signing);
}

async function sign(tx: Tx, rows: readonly AgreementRow[], { way, on, witness, paperOf }: Signing): Promise<void> {
  const today = time.businessDate(tx.now);
  const late = rows.find((row) => row.effective_from < on);
  if (late)
    throw fieldFault(
      'AGREEMENT_BACKDATED',
      'effectiveFrom',
      `signed on ${on}, it cannot bind from ${late.effective_from}`,
    );
  await mustPayTheLeast(tx, rows);
  await mustLeaveDays(tx, rows);
  const [other] = await tx.sql(overlapping, [rows.map(({ id }) => id)]);
  if (other) throw fail('AGREEMENT_OVERLAPS', { extra: { agreement: other.number } });
  const next = rows.filter(({ supersedes }) => supersedes !== null);
  if (next.length > 0)
    await tx.sql(cutShort, [next.map((row) => row.supersedes), next.map((row) => row.effective_from), today]);
  await withoutOverlap(
    tx.sql(setSigned, [
      ...[rows.map(({ id }) => id), tx.now, personOf(tx), way, witness?.name ?? null, witness?.role ?? null],
      ...[rows.map((row) => paperOf?.(row) ?? null), witness ? on : null, today],
    ]),
  );
  await reportLinkage(tx, [...rows.map(({ id }) => id), ...rows.flatMap(({ supersedes }) => supersedes ?? [])]);
  await releaseHeldDeliveries(
    tx,
    rows.map(({ id }) => id),
  );
  for (const row of rows)
    noteAgreement(tx, row, 'sign', { state: 'signed', way, on, hash: row.words_hash, role: witness?.role ?? null });
}

/** The versions are held: who enters or buys meanwhile waits, and finds the day of the one that was signed. */
async function mustLeaveDays(tx: Tx, rows: readonly AgreementRow[]): Promise<void> {
  const [taken] = await tx.sql(daysTaken, [rows.map(({ id }) => id)]);
  if (!taken) return;
  throw fieldFault('AGREEMENT_DAYS_TAKEN', 'effectiveFrom', `free from ${time.addDays(taken.last_day, 1)} on`);
}

/** Two that are signed at once: the constraint knows which was second. */
function withoutOverlap<Result>(signing: Promise<Result>): Promise<Result> {
  return signing.catch((error: { code?: string; constraint?: string }) => {
    if (error.constraint === 'agreement_overlap') throw fail('AGREEMENT_OVERLAPS');
    throw error;
  });
}

async function tellSigned(
  tx: Tx,
  kit: BenefitKit,
  row: AgreementRow,
  people: readonly { person_id: string }[],
): Promise<void> {
  must(row.words_hash !== null, 'what is signed was offered');
  const message = AGREEMENT_MESSAGES.signed(namedOf(row), row.effective_from);
  await tell(tx, kit, { personIds: idsOf(people), key: `agreement.signed:${row.id}`, message });
}
