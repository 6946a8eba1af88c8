import { fail, machines } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { escalationFault } from '../../rules/contest';
import { CONTEST_MESSAGES, type ContestFacts } from '../../rules/contest-messages';
import { whyEarned } from '../../rules/why';
import {
  contestsById,
  escalateContests as setEscalated,
  lockContest,
  holdLine,
  openContest as insertContest,
  overtakeContests,
  unansweredContests,
  type ContestRow,
} from '../../store/contest.sql';
import { earnedOf } from '../../store/dues.sql';
import { peopleOfCounties, peopleOfPayee, peopleOfSupplier } from '../../store/people.sql';
import { idsOf, notAtThisStep, personOf, sideOf, tell, type BenefitKit, type Side } from '../benefit-kit';
import { mustBePapers } from '../papers';
import { grouped, peopleBy } from '../people-by';

/** Of one transaction; the rest in the next. */
const BATCH = 200;

export interface Deciding {
  readonly id: string;
  readonly version: number;
}

/**
 * A household or a village collective says that a line of its own is wrong; the supplier answers by a day that is told.
 *
 * @param paperId the sheet that a household without a phone signed, where a clerk or an officer of the county writes it down
 * @throws ProblemError NOT_FOUND, LINE_OVERTAKEN, CONTEST_OPEN, PAPER_UNKNOWN
 */
export async function contestLine(
  tx: Tx,
  kit: BenefitKit,
  { obligationId, reason, paperId = null }: { obligationId: string; reason: string; paperId?: string | null },
): Promise<{ id: string }> {
  tx.attempt({ action: 'contest.open', subjectKind: 'obligation', subjectId: obligationId });
  // With a sheet it is said for a household without a phone, or a collective that is not here: by a clerk, or by an officer of the county.
  const of = sideOf(tx.actor, paperId === null ? 'payee' : 'witnesses');
  const [held] = await tx.sql(holdLine, [...of, obligationId]);
  if (!held) throw fail('NOT_FOUND');
  await mustBePapers(tx, { supplierId: held.supplier_id, householdId: held.household_id ?? undefined }, { paperId });
  const today = time.businessDate(tx.now);
  const answerBy = time.addDays(today, await policyOn(tx, 'benefit.contestAnswerDays', today));
  const [line] = await tx.sql(insertContest, [obligationId, reason, tx.now, answerBy, paperId, personOf(tx)]);
  must(line, 'a line that is held is there');
  if (!line.stands) throw fail('LINE_OVERTAKEN');
  if (line.id === null) throw fail('CONTEST_OPEN');
  const [row] = await tx.sql(contestsById, [[line.id]]);
  must(row, 'an objection was written');
  noteContest(tx, row, 'open', { obligationId, answerBy });
  const people = [
    ...(await tx.sql(peopleOfSupplier, [row.supplier_id])),
    ...(paperId === null ? [] : await tx.sql(peopleOfPayee, [row.payee_id])),
  ];
  const message = CONTEST_MESSAGES.opened({ ...factsOf(row), reason, answerBy });
  await tell(tx, kit, { personIds: idsOf(people), key: `contest.opened:${row.id}`, message });
  return { id: row.id };
}

/**
 * Whoever objected takes it to the county: not content with the answer, or none came in time. A household without a phone says so to an officer
 * of the county, who writes it down.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, ANSWER_NOT_DUE
 */
export async function escalateContest(
  tx: Tx,
  kit: BenefitKit,
  { by = 'payee', ...deciding }: Deciding & { by?: 'payee' | 'officers' },
): Promise<void> {
  const row = await holdContest(tx, deciding, 'escalate', by);
  const fault = escalationFault({ state: row.state, answerBy: row.answer_by }, time.businessDate(tx.now));
  if (fault === 'NOT_AT_THIS_STEP') throw notAtThisStep(row.state);
  if (fault !== null) throw fail(fault, { extra: { answerBy: row.answer_by } });
  await escalate(tx, kit, [row], 'payee');
}

/** What suppliers left unanswered beyond its day goes to the county by itself. @returns how many */
export async function escalateSilent(tx: Tx, kit: BenefitKit): Promise<number> {
  const due = await tx.sql(unansweredContests, [time.businessDate(tx.now), BATCH]);
  if (due.length === 0) return 0;
  await escalate(tx, kit, await tx.sql(contestsById, [due.map(({ id }) => id)]), 'silence');
  return due.length;
}

async function escalate(tx: Tx, kit: BenefitKit, rows: readonly ContestRow[], why: 'payee' | 'silence'): Promise<void> {
  await tx.sql(setEscalated, [rows.map(({ id }) => id), tx.now]);
  for (const row of rows) noteContest(tx, row, 'escalate', { why });
  const officers = grouped(await tx.sql(peopleOfCounties, [[...new Set(rows.map((row) => row.supplier_id))]]));
  const people = await peopleBy(tx, rows.flatMap(partiesOf));
  await tell(
    tx,
    kit,
    rows.map((row) => ({
      personIds: [
        ...officers(row.supplier_id),
        ...people(row.supplier_id, ...(why === 'silence' ? [row.payee_id] : [])),
      ],
      ...{ key: `contest.escalated:${row.id}`, message: CONTEST_MESSAGES.escalated(factsOf(row)) },
    })),
  );
}

/** Of lines that stand no more: whoever objected hears that there is nothing left to answer, and the supplier as well. */
export async function overtake(tx: Tx, kit: BenefitKit, obligationIds: readonly string[]): Promise<void> {
  if (obligationIds.length === 0) return;
  const before = new Map((await tx.sql(overtakeContests, [obligationIds])).map(({ id, state }) => [id, state]));
  if (before.size === 0) return;
  const rows = await tx.sql(contestsById, [[...before.keys()]]);
  for (const { id, obligation_id: obligationId } of rows)
    noteContest(tx, { id, state: before.get(id)! }, 'overtake', { obligationId });
  const people = await peopleBy(tx, rows.flatMap(partiesOf));
  await tell(
    tx,
    kit,
    rows.map((row) => ({
      ...{ personIds: people(...partiesOf(row)), key: `contest.overtaken:${row.id}` },
      message: CONTEST_MESSAGES.overtaken(factsOf(row)),
    })),
  );
}

const partiesOf = (row: ContestRow) => [row.payee_id, row.supplier_id];

/** Holds an objection for a step: whose it is comes first, then whether what was read still stands. @throws ProblemError NOT_FOUND, STALE_VERSION */
export async function holdContest(
  tx: Tx,
  { id, version }: Deciding,
  attempted: 'escalate' | 'answer' | 'decide',
  side: Side,
): Promise<ContestRow> {
  tx.attempt({ action: `contest.${attempted}`, subjectKind: 'contest', subjectId: id });
  const [row] = await tx.sql(lockContest, [...sideOf(tx.actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  return row;
}

export function factsOf(row: ContestRow): ContestFacts {
  return { supplier: row.supplier_name, payee: row.payee_name, why: whyEarned(earnedOf(row)) };
}

export function noteContest(
  tx: Tx,
  row: Pick<ContestRow, 'id' | 'state'>,
  event: machines.ContestEvent | 'open',
  after: object,
): void {
  tx.audit({
    ...{ action: `contest.${event}`, subjectKind: 'contest', subjectId: row.id },
    before: event === 'open' ? undefined : { state: row.state },
    after,
  });
}
