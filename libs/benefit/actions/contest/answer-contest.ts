import { fail, machines, type InputOf } from '@xihuo/contract';
import { money, must, states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { answerEvent, answersAlone } from '../../rules/contest';
import { CONTEST_MESSAGES } from '../../rules/contest-messages';
import { answerContest as setAnswered, handsInContest, type ContestRow } from '../../store/contest.sql';
import { peopleOfPayee, peopleOfSupplier } from '../../store/people.sql';
import {
  fieldFault,
  idsOf,
  notAtThisStep,
  ownHouseholds,
  ownSuppliers,
  personOf,
  tell,
  type BenefitKit,
} from '../benefit-kit';
import { owe } from '../owe';
import { factsOf, holdContest, noteContest, type Deciding } from './open-contest';

type Said = InputOf<'POST /benefit/contests/{id}/answer'>['body'];

/**
 * The supplier owes more than it wrote, or says why not.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, FOUR_EYES for a clerk whose own household or collective objects, CORRECTION_AMOUNT
 */
export async function answerContest(tx: Tx, kit: BenefitKit, said: Deciding & Said): Promise<void> {
  await answer(tx, kit, await holdContest(tx, said, 'answer', 'clerks'), 'supplier', said);
}

/**
 * The county's word on what was taken to it: the last one.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, FOUR_EYES, CORRECTION_AMOUNT
 */
export async function decideContest(tx: Tx, kit: BenefitKit, said: Deciding & Said): Promise<void> {
  await answer(tx, kit, await holdContest(tx, said, 'decide', 'officers'), 'county', said);
}

async function answer(
  tx: Tx,
  kit: BenefitKit,
  row: ContestRow,
  by: 'supplier' | 'county',
  { words, add }: Said,
): Promise<void> {
  // One table for both: a supplier answers what is open, the county what was taken to it.
  const mayNow = row.state === (by === 'supplier' ? 'open' : 'escalated');
  const event = answerEvent(by, add !== null);
  const next = mayNow ? states.transition(machines.contestStates, row.state, event) : null;
  if (next === null) throw notAtThisStep(row.state);
  await mustBeSomebodyElse(tx, row, by);
  const addedFen = add === null ? null : money.fromWire(add);
  if (addedFen === 0n) throw fieldFault('CORRECTION_AMOUNT', 'add', 'more than nothing');
  await tx.sql(setAnswered, [row.id, next, words, addedFen, personOf(tx), by, tx.now]);
  if (addedFen !== null) await oweMore(tx, row, addedFen);
  noteContest(tx, row, event, { by, addedFen: addedFen?.toString() ?? null });
  await tellAnswer(tx, kit, row, { by, words, addedFen });
}

async function tellAnswer(
  tx: Tx,
  kit: BenefitKit,
  row: ContestRow,
  { by, words, addedFen }: { by: 'supplier' | 'county'; words: string; addedFen: bigint | null },
): Promise<void> {
  const facts = { ...factsOf(row), words };
  const message =
    addedFen !== null
      ? CONTEST_MESSAGES.upheld({ ...facts, fen: addedFen })
      : CONTEST_MESSAGES[by === 'supplier' ? 'explained' : 'closed'](facts);
  const key = `contest.${by}:${row.id}`;
  const payee = idsOf(await tx.sql(peopleOfPayee, [row.payee_id]));
  await tell(tx, kit, { personIds: payee, key, message, sms: true });
  if (by === 'supplier') return;
  await tell(tx, kit, { personIds: idsOf(await tx.sql(peopleOfSupplier, [row.supplier_id])), key, message });
}

/** Nobody answers what is its own. @throws ProblemError FOUR_EYES */
async function mustBeSomebodyElse(tx: Tx, row: ContestRow, by: 'supplier' | 'county'): Promise<void> {
  const personId = personOf(tx);
  must(personId !== null, 'people answer');
  const hands = by === 'county' ? idsOf(await tx.sql(handsInContest, [row.id])) : [];
  const answerer = { personId, suppliers: ownSuppliers(tx.actor), households: ownHouseholds(tx.actor) };
  const contest = { supplierId: row.supplier_id, payeeId: row.payee_id, hands };
  if (answersAlone(answerer, contest, by)) throw fail('FOUR_EYES');
}

/** What is added is a debt of its own, of the same kind and rank as the line it corrects. */
async function oweMore(tx: Tx, row: ContestRow, addedFen: bigint): Promise<void> {
  await owe(tx, [
    {
      ...{ agreement_id: row.agreement_id, supplier_id: row.supplier_id, household_id: row.household_id },
      ...(row.collective_id === null ? {} : { collective_id: row.collective_id }),
      ...{ lot_id: row.lot_id, kind: row.kind, source_kind: 'contest', source_id: row.id },
      delivery_id: row.delivery_id,
      ...{ quantity: row.quantity.toString(), rate_fen: row.rate_fen.toString() },
      ...{ amount_fen: addedFen.toString(), earned_on: time.businessDate(tx.now) },
    },
  ]);
}
