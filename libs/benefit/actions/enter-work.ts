import { timingSafeEqual } from 'node:crypto';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { mustBeFitWitness } from '@xihuo/identity';
import { must, time } from '@xihuo/kernel';
import { limitRate, newId, type Database, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { WORK_MESSAGES } from '../rules/messages';
import { peopleOfHousehold } from '../store/people.sql';
import {
  dayCodeOf,
  lockWork,
  workersOfHouseholds,
  putDayCode,
  setWorkOver,
  workplaces,
  type WorkRow,
} from '../store/work.sql';
import { idsOf, ownHouseholds, ownSuppliers, personOf, tell, type BenefitKit } from './benefit-kit';
import type { Deciding } from './open-agreement';
import { mustBePapers } from './papers';
import { confirmWorks, noteWork, openWork } from './settle-work';
import { factsOf } from './work-view';
import { writeWork } from './write-work';

type Sheet = InputOf<'POST /benefit/work-sheets'>['body'];
type Correction = InputOf<'POST /benefit/work/{id}/correct'>['body'];
type TypedCode = InputOf<'POST /me/work'>['body'];

/** Tries at the code of the day: six digits are guessed by nobody who has ten an hour. */
const TRIES_AN_HOUR = 10;

/** The supplier's code of today; asked for twice it is the same one. @throws ProblemError NOT_FOUND */
export async function makeDayCode(
  tx: Tx,
  { supplierId, code }: { supplierId: string; code: string },
): Promise<ResponseOf<'POST /benefit/work-codes'>> {
  const attempted = { action: 'work.makeCode', subjectKind: 'supplier', subjectId: supplierId };
  tx.attempt(attempted);
  if (!ownSuppliers(tx.actor).includes(supplierId)) throw fail('NOT_FOUND');
  const day = time.businessDate(tx.now);
  await tx.sql(putDayCode, [supplierId, day, code, personOf(tx), tx.now]);
  const [kept] = await tx.sql(dayCodeOf, [supplierId, day]);
  must(kept, 'the day has a code');
  tx.audit({ ...attempted, after: { day } });
  return { day, code: kept.code };
}

/**
 * Enters a sheet, whole or not at all. With a witness each line stands once nobody contested it in its days; without one it
 * waits for the worker.
 *
 * @returns all its records, those that were known among them
 * @throws ProblemError NOT_FOUND, PAPER_UNKNOWN, WITNESS_UNFIT, and what `writeWork` throws
 */
export async function enterSheet(tx: Tx, kit: BenefitKit, { supplierId, lines, witness }: Sheet): Promise<string[]> {
  tx.attempt({ action: 'work.record', subjectKind: 'supplier', subjectId: supplierId });
  if (!ownSuppliers(tx.actor).includes(supplierId)) throw fail('NOT_FOUND');
  if (witness) await mustBePapers(tx, { supplierId }, { 'witness/paperId': witness.paperId });
  const today = time.businessDate(tx.now);
  const until = time.addDays(today, await policyOn(tx, 'benefit.workContestDays', today));
  const written = await writeWork(tx, lines, {
    ...{ suppliers: [supplierId], households: [], at: (index) => `lines/${index}/` },
    ...(witness ? { witness: { ...witness, on: today, until } } : {}),
  });
  const rows = await tx.sql(lockWork, [written]);
  if (witness && rows.length > 0) {
    const householdIds = [...new Set(rows.map((row) => row.household_id))];
    const since = rows.map((row) => row.worked_on).sort()[0]!;
    await mustBeFitWitness(tx, { ...witness, on: today }, { supplierId, householdIds, since, at: 'witness/' });
  }
  for (const row of rows)
    noteWork(tx, row, 'record', { agreementId: row.agreement_id, days: row.days, pieces: row.pieces });
  await tellWorkers(tx, kit, rows, witness ? { name: witness.name, until } : null);
  return lines.map(({ id }) => id);
}

/** One word to each household, however many of its days are on the sheet. */
async function tellWorkers(
  tx: Tx,
  kit: BenefitKit,
  rows: readonly WorkRow[],
  witness: { name: string; until: string } | null,
): Promise<void> {
  const people = await tx.sql(workersOfHouseholds, [[...new Set(rows.map((row) => row.household_id))]]);
  const first = new Map([...rows].reverse().map((row) => [row.household_id, row]));
  await tell(
    tx,
    kit,
    [...first].map(([householdId, row]) => {
      const records = rows.filter((one) => one.household_id === householdId).length;
      const personIds = idsOf(people.filter((one) => one.household_id === householdId));
      const message = witness
        ? WORK_MESSAGES.witnessed(factsOf(row), records, witness.name, witness.until)
        : WORK_MESSAGES.recorded(factsOf(row), records);
      return {
        ...{ personIds, key: `work.recorded:${row.id}`, message },
        ...(witness ? { sms: true as const } : {}),
      };
    }),
  );
}

/** Writes a new record in the place of a wrong one; the worker confirms it. Sent twice, it is the same one. */
export async function correctWork(
  tx: Tx,
  kit: BenefitKit,
  { deciding, correction: { reason, ...line } }: { deciding: Deciding; correction: Correction },
): Promise<string> {
  const suppliers = ownSuppliers(tx.actor);
  const writing = (replaced: string) => ({
    ...{ suppliers, households: [], replaces: { id: replaced, reason }, at: () => '' },
  });
  const [known] = await tx.sql(lockWork, [[line.id]]);
  if (known) {
    tx.attempt({ action: 'work.correct', subjectKind: 'work', subjectId: deciding.id });
    await writeWork(tx, [{ ...line, agreementId: known.agreement_id }], writing(deciding.id));
    return line.id;
  }
  const old = await openWork(tx, deciding, 'correct', 'clerks');
  // The wrong one makes room first: its days are the new one's.
  await tx.sql(setWorkOver, [old.id, 'corrected', null]);
  await writeWork(tx, [{ ...line, agreementId: old.agreement_id }], writing(old.id));
  const was = { days: old.days, pieces: old.pieces };
  noteWork(tx, old, 'correct', { by: line.id, reason, days: line.days, pieces: line.pieces }, was);
  const [row] = await tx.sql(lockWork, [[line.id]]);
  const people = await tx.sql(peopleOfHousehold, [old.household_id]);
  const message = WORK_MESSAGES.corrected(factsOf(row!), reason);
  await tell(tx, kit, { personIds: idsOf(people), key: `work.corrected:${line.id}`, message, sms: true });
  return line.id;
}

/** Counts one try of a person and of the agreement named. @throws ProblemError RATE_LIMITED */
export async function limitDayCodes(database: Database, personId: string, agreementId: string): Promise<void> {
  await limitRate(database, { name: 'dayCode', of: personId, most: TRIES_AN_HOUR, seconds: 3_600 });
  await limitRate(database, { name: 'dayCodeOf', of: agreementId, most: TRIES_AN_HOUR, seconds: 3_600 });
}

/**
 * The worker types the code on the wall: the day is recorded and confirmed at once. One a household and day: of others of the
 * household nobody else would have a say, so they come by the supplier's sheet.
 *
 * @throws ProblemError NOT_FOUND, WRONG_CODE, WORK_OVERLAPS
 */
export async function workByCode(tx: Tx, { agreementId, code, pieces }: TypedCode): Promise<string> {
  tx.attempt({ action: 'work.byCode', subjectKind: 'agreement', subjectId: agreementId });
  const households = ownHouseholds(tx.actor);
  const [place] = await tx.sql(workplaces, [[agreementId], [], households]);
  if (!place) throw fail('NOT_FOUND');
  const day = time.businessDate(tx.now);
  const [kept] = await tx.sql(dayCodeOf, [place.supplier_id, day]);
  if (!kept || !timingSafeEqual(Buffer.from(kept.code), Buffer.from(code))) throw fail('WRONG_CODE');
  const line = { id: newId(), agreementId, from: day, to: day, days: 1, pieces };
  await writeWork(tx, [line], { suppliers: [], households, at: () => '' });
  await confirmWorks(tx, [line.id], 'code');
  return line.id;
}
