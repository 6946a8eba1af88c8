import { fail, machines, type InputOf } from '@xihuo/contract';
import { mustBeFitWitness } from '@xihuo/identity';
import { states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { WORK_MESSAGES } from '../rules/messages';
import { peopleOfHousehold, peopleOfSupplier } from '../store/people.sql';
import {
  lockWork,
  lockWorkOf,
  setWorkConfirmed,
  setWorkContested,
  setWorkOver,
  setWorkStanding,
  setWorkWitnessed,
  standingDue,
  type WorkRow,
} from '../store/work.sql';
import { idsOf, notAtThisStep, personOf, sideOf, tell, type BenefitKit, type Side } from './benefit-kit';
import type { Deciding } from './open-agreement';
import { owe } from './owe';
import { mustBePapers } from './papers';
import { factsOf } from './work-view';

const BATCH = 500;
type How = NonNullable<WorkRow['how']>;

/**
 * Holds a record for a step: whose it is comes first, then whether what was read still stands, then whether it is the time.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openWork(
  tx: Tx,
  { id, version }: Deciding,
  event: machines.WorkEvent,
  side: Side,
): Promise<WorkRow> {
  tx.attempt({ action: `work.${event}`, subjectKind: 'work', subjectId: id });
  const [row] = await tx.sql(lockWorkOf, [...sideOf(tx.actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  mustBeTime(row, event);
  return row;
}

function mustBeTime(row: WorkRow, event: machines.WorkEvent): void {
  if (states.transition(machines.workStates, row.state, event) === null) throw notAtThisStep(row.state);
}

/** Writes down what was done. @param was what of it became otherwise */
export function noteWork(
  tx: Tx,
  row: Pick<WorkRow, 'id' | 'state'>,
  event: string,
  after: object,
  was: object = {},
): void {
  tx.audit({
    ...{ action: `work.${event}`, subjectKind: 'work', subjectId: row.id, before: { state: row.state, ...was } },
    after: { ...states.ledTo(machines.workStates, row.state, event), ...after },
  });
}

/** The worker says in the own session: so it was. What it earns is owed from now on. */
export async function confirmWork(tx: Tx, deciding: Deciding): Promise<void> {
  await confirm(tx, [await openWork(tx, deciding, 'confirm', 'household')], 'session');
}

/** Many at once, as they were confirmed on paper or by a code. @throws ProblemError NOT_AT_THIS_STEP */
export async function confirmWorks(tx: Tx, ids: readonly string[], how: How): Promise<void> {
  const rows = await tx.sql(lockWork, [ids]);
  for (const row of rows) mustBeTime(row, 'confirm');
  await confirm(tx, rows, how);
}

async function confirm(tx: Tx, rows: readonly WorkRow[], how: How): Promise<void> {
  const by = personOf(tx);
  await tx.sql(setWorkConfirmed, [rows.map(({ id }) => id), tx.now, by === null ? 'system' : `person:${by}`, how]);
  await oweWages(tx, rows);
  for (const row of rows) noteWork(tx, row, 'confirm', { how });
}

/** Witnessed records that nobody contested in time stand, and are owed. @returns how many */
export async function letWorkStand(tx: Tx): Promise<number> {
  const due = await tx.sql(standingDue, [time.businessDate(tx.now), BATCH]);
  if (due.length === 0) return 0;
  const rows = await tx.sql(lockWork, [due.map(({ id }) => id)]);
  await tx.sql(setWorkStanding, [rows.map(({ id }) => id)]);
  await oweWages(tx, rows);
  for (const row of rows) noteWork(tx, row, 'stand', {});
  return rows.length;
}

/** Wages are owed whether or not anything sells; what is owed already is left as it is. */
async function oweWages(tx: Tx, rows: readonly WorkRow[]): Promise<void> {
  await owe(
    tx,
    rows.map((row) => ({
      ...{ agreement_id: row.agreement_id, supplier_id: row.supplier_id, household_id: row.household_id, lot_id: null },
      ...{ kind: 'wage' as const, source_kind: 'work' as const, source_id: row.id, earned_on: row.worked_on },
      ...{ quantity: String(row.pieces ?? row.days), rate_fen: row.rate_fen.toString() },
      amount_fen: row.amount_fen.toString(),
    })),
  );
}

/** The worker says: so it was not. Nothing of it is owed until it is put right. */
export async function contestWork(
  tx: Tx,
  kit: BenefitKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  await contest(tx, kit, await openWork(tx, deciding, 'contest', 'household'), { reason, paperId: null });
}

/**
 * The same for a worker without a phone: a clerk or an officer of the county writes down what it says, and shows the sheet it signed.
 *
 * @throws ProblemError as `openWork`; PAPER_UNKNOWN
 */
export async function objectForWorker(
  tx: Tx,
  kit: BenefitKit,
  { reason, paperId, ...deciding }: Deciding & InputOf<'POST /benefit/work/{id}/contest'>['body'],
): Promise<void> {
  const row = await openWork(tx, deciding, 'contest', 'witnesses');
  await mustBePapers(tx, { supplierId: row.supplier_id, householdId: row.household_id }, { paperId });
  await contest(tx, kit, row, { reason, paperId });
}

async function contest(
  tx: Tx,
  kit: BenefitKit,
  row: WorkRow,
  { reason, paperId }: { reason: string; paperId: string | null },
): Promise<void> {
  await tx.sql(setWorkContested, [row.id, reason, tx.now, paperId, personOf(tx)]);
  noteWork(tx, row, 'contest', { paperId });
  const people = [
    ...(await tx.sql(peopleOfSupplier, [row.supplier_id])),
    // It hears what was said in its name.
    ...(paperId === null ? [] : await tx.sql(peopleOfHousehold, [row.household_id])),
  ];
  const message = WORK_MESSAGES.contested(factsOf(row), reason);
  await tell(tx, kit, { personIds: idsOf(people), key: `work.contested:${row.id}`, message });
}

/**
 * A sheet that is entered already was signed before somebody who is no party to it: it stands once nobody contested it in its days.
 * Where the worker contested what it stands for, only an officer of the county witnesses it.
 *
 * @throws ProblemError as `openWork`; PAPER_UNKNOWN, WITNESS_UNFIT
 */
export async function witnessWork(
  tx: Tx,
  kit: BenefitKit,
  { name, role, on, paperId, ...deciding }: Deciding & InputOf<'POST /benefit/work/{id}/witness'>['body'],
): Promise<void> {
  const row = await openWork(tx, deciding, 'witness', 'witnesses');
  await mustBeFitWitness(
    tx,
    { name, role, on },
    {
      ...{ supplierId: row.supplier_id, householdIds: [row.household_id] },
      ...{ since: row.worked_on, contested: row.was_contested },
    },
  );
  await mustBePapers(tx, { supplierId: row.supplier_id, householdId: row.household_id }, { paperId });
  const today = time.businessDate(tx.now);
  const until = time.addDays(today, await policyOn(tx, 'benefit.workContestDays', today));
  await tx.sql(setWorkWitnessed, [row.id, name, role, paperId, on, until]);
  noteWork(tx, row, 'witness', { role, until, paperId });
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  const message = WORK_MESSAGES.witnessed(factsOf(row), 1, name, until);
  await tell(tx, kit, { personIds: idsOf(people), key: `work.witnessed:${row.id}`, message, sms: true });
}

/** The supplier takes back a record that was never earned; it stays readable. */
export async function withdrawWork(
  tx: Tx,
  kit: BenefitKit,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  const row = await openWork(tx, deciding, 'withdraw', 'clerks');
  await tx.sql(setWorkOver, [row.id, 'withdrawn', reason]);
  noteWork(tx, row, 'withdraw', { reason });
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  const message = WORK_MESSAGES.withdrawn(factsOf(row), reason);
  await tell(tx, kit, { personIds: idsOf(people), key: `work.withdrawn:${row.id}`, message });
}
