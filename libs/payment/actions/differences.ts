import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, states } from '@xihuo/kernel';
import { command, mustBeVersion, pageOf, placeIn, type Actor } from '@xihuo/platform';
import { ProviderError } from '../provider/provider-error';
import { refusedStep, stepsFor, turnOf } from '../rules/may-step';
import {
  billDays,
  billOf,
  booksOf,
  findDifference,
  keepStep,
  listDifferences,
  lockDifference,
  moveDifference,
  paymentOf,
  refundOf,
  stepsOf,
  type BillDayRow,
  type DifferenceRow,
} from '../store/difference.sql';
import { oneAtATime } from '../store/bill.sql';
import { applyClaims } from './apply-claims';
import { compareDays, reconcileDay, unfinishedDay } from './reconcile-day';
import type { Till } from './start-payment';

type BillDayView = ResponseOf<'GET /payment/bill-days'>['data'][number];
type DifferenceHead = ResponseOf<'GET /payment/differences'>['data'][number];
export type DifferenceView = ResponseOf<'GET /payment/differences/{id}'>;
type Wanted = InputOf<'POST /payment/differences/{id}/steps'>['body'] & { id: string; version: number };

const fen = (amount: bigint) => money.toWire(money.fen(amount));

export async function listBillDays(
  till: Till,
  { cursor, limit }: InputOf<'GET /payment/bill-days'>['query'],
): Promise<ResponseOf<'GET /payment/bill-days'>> {
  const rows = await till.database.read(billDays, [till.providerName, placeIn(cursor, 'day'), null, limit + 1]);
  return pageOf(rows, limit, (row) => row.day, billDayView);
}

/** @throws ProblemError BILL_DAY_NOT_OVER, PAYMENT_PROVIDER_UNKNOWN */
export async function readDay(
  till: Till,
  day: string,
  asked: { actor: Actor; requestId: string },
): Promise<BillDayView> {
  const { view: today } = await command(till.database, { name: 'payment.unfinishedDay', ...asked }, async (tx) =>
    unfinishedDay(tx.now),
  );
  if (day >= today) throw fail('BILL_DAY_NOT_OVER');
  await reconcileDay(till, day, asked).catch(sayUnknown);
  const [row] = await till.database.read(billDays, [till.providerName, null, day, 1]);
  must(row, 'a day that was read is kept');
  return billDayView(row);
}

function sayUnknown(error: unknown): never {
  throw error instanceof ProviderError ? fail('PAYMENT_PROVIDER_UNKNOWN', { detail: error.code }) : error;
}

export async function listOpenDifferences(
  till: Till,
  personId: string,
  { view, day, cursor, limit }: InputOf<'GET /payment/differences'>['query'],
): Promise<ResponseOf<'GET /payment/differences'>> {
  const rows = await till.database.read(listDifferences, [
    ...[
      till.providerName,
      view === 'closed',
      view === 'mine' ? personId : null,
      day ?? null,
      placeIn(cursor),
      limit + 1,
    ],
  ]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => headOf(row, personId),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function viewDifference(
  till: Till,
  id: string,
  reader: { personId: string; isFinance: boolean },
): Promise<DifferenceView> {
  const { database } = till;
  const [row] = await database.read(findDifference, [id, till.providerName]);
  if (!row) throw fail('NOT_FOUND');
  const [[payment], [refund], bill, books, steps] = await Promise.all([
    database.read(paymentOf, [row.payment_id]),
    database.read(refundOf, [row.refund_id]),
    database.read(billOf, [row.provider, row.subject]),
    database.read(booksOf, [row.payment_id]),
    database.read(stepsOf, [id]),
  ]);
  const standing = { state: row.state, ownerId: row.owner_id, toldBy: row.told_by };
  return {
    ...headOf(row, reader.personId),
    subject: row.subject,
    payment: payment
      ? {
          ...{ id: payment.id, state: payment.state, amount: fen(payment.amount_fen) },
          ...{ capturedAt: payment.captured_at?.toISOString() ?? null, ref: payment.provider_payment },
        }
      : null,
    refund: refund
      ? {
          ...{ id: refund.id, state: refund.state, amount: fen(refund.amount_fen) },
          ...{ endedAt: refund.ended_at?.toISOString() ?? null, ref: refund.provider_refund },
        }
      : null,
    bill: bill.map((line) => ({
      ...{ ref: line.ref, kind: line.kind, amount: fen(line.amount_fen), fee: fen(line.fee_fen), day: line.day },
      ...{ at: line.happened_at.toISOString(), isGone: line.gone_at !== null },
    })),
    books: books.map((one) => ({ groupId: one.group_id, code: one.code, amount: fen(one.amount_fen), day: one.day })),
    steps: steps.map((step) => ({
      event: step.event as DifferenceView['steps'][number]['event'],
      ...{ state: step.state, by: step.by_name, note: step.note, at: step.at.toISOString() },
      ...{ here: fen(step.here_fen), there: fen(step.there_fen) },
    })),
    may: reader.isFinance ? stepsFor(standing, reader.personId) : [],
  };
}

/**
 * A step of somebody of finance. Before a repair is written down the provider is asked about the payment: what it says is applied as
 * from a webhook, and what agrees then closes by itself.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, FOUR_EYES, STALE_VERSION, PAYMENT_PROVIDER_UNKNOWN
 */
export async function stepDifference(
  till: Till,
  asked: { actor: Actor; requestId: string },
  personId: string,
  { id, version, step, note }: Wanted,
): Promise<void> {
  const [before] = await till.database.read(findDifference, [id, till.providerName]);
  if (!before) throw fail('NOT_FOUND');
  const claim = step === 'repair' ? await askAgain(till, before) : null;
  await command(till.database, { name: 'payment.stepDifference', ...asked }, async (tx) => {
    tx.attempted = { action: `difference.${step}`, subjectKind: 'difference', subjectId: id };
    // What is compared afterwards holds other differences too, in the order of whoever compares.
    if (step === 'repair') await tx.sql(oneAtATime, [till.providerName]);
    const [row] = await tx.sql(lockDifference, [id, till.providerName]);
    must(row, 'a difference is never deleted');
    mustBeVersion(row.row_version, version);
    const refusal = refusedStep({ state: row.state, ownerId: row.owner_id, toldBy: row.told_by }, step, personId);
    if (refusal === 'FOUR_EYES') throw fail('FOUR_EYES');
    const to = states.transition(machines.differenceStates, row.state, step);
    if (refusal !== null || to === null) throw fail.atStep(row.state);
    const [moved] = await tx.sql(moveDifference, [id, version, step, to, personId, tx.now]);
    must(moved, 'a locked difference moves');
    await tx.sql(keepStep, [id, step, to, personId, note === '' ? null : note, tx.now]);
    tx.audit({
      ...{ action: `difference.${step}`, subjectKind: 'difference', subjectId: id },
      ...{ before: { state: row.state }, after: { state: to } },
    });
    if (claim) await applyClaims(tx, [claim]);
    if (step === 'repair') await compareDays(tx, till.providerName, [row.day]);
  });
}

async function askAgain(till: Till, row: DifferenceRow) {
  if (row.payment_id === null || row.refund_id !== null) return null;
  const [payment] = await till.database.read(paymentOf, [row.payment_id]);
  if (!payment || payment.state === 'captured') return null;
  return till.provider
    .query(payment.provider_payment ? { paymentRef: payment.provider_payment } : { paymentId: payment.id })
    .catch(sayUnknown);
}

function headOf(row: DifferenceRow, personId: string): DifferenceHead {
  return {
    ...{ id: row.id, version: row.row_version, kind: row.kind, state: row.state, day: row.day },
    order: row.order_id === null ? null : { id: row.order_id, number: row.order_number },
    here: fen(row.here_fen),
    there: fen(row.there_fen),
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    closedHow: row.closed_how,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    mine: row.owner_id === personId,
    turn: turnOf(row.state),
  };
}

function billDayView(row: BillDayRow): BillDayView {
  return {
    ...{ day: row.day, readAt: row.read_at.toISOString(), lines: row.lines, found: row.found, open: row.open },
    payments: fen(row.payments_fen),
    refunds: fen(row.refunds_fen),
    other: fen(row.other_fen),
    fees: fen(row.fees_fen),
  };
}
