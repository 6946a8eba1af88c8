import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { whyEarned } from '../../rules/why';
import { earnedOf } from '../../store/dues.sql';
import {
  listOutsidePayments,
  partsOfPayments,
  readOutsidePayment,
  waitingOutsidePayments,
  type OutsidePartRow,
  type OutsidePaymentRow,
} from '../../store/outside-payment.sql';
import { sideOf, type Side } from '../benefit-kit';
import { wire } from '../dues-view';
import { contestedView, payeeView, witnessView } from '../party-views';

type View = ResponseOf<'GET /benefit/outside-payments/{id}'>;
type List = ResponseOf<'GET /benefit/outside-payments'>;

export async function viewPayments(
  database: Database,
  actor: Actor,
  { supplier, household, collective, state, cursor, limit }: InputOf<'GET /benefit/outside-payments'>['query'],
): Promise<List> {
  const rows = await database.read(listOutsidePayments, [
    ...sideOf(actor, 'parties'),
    ...[supplier ?? null, household ?? collective ?? null, state ?? null, placeIn(cursor), limit + 1],
  ]);
  const parts = await partsOf(database, rows);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => paymentView(row, parts),
  );
}

/** The household's own, or the collective's, what waits for its answer first. */
export async function viewOwnPayments(
  database: Database,
  actor: Actor,
  { cursor, limit }: InputOf<'GET /me/outside-payments'>['query'],
): Promise<List> {
  const [rank, id] = placeIn(cursor, 'entry')?.split(':') ?? [null, null];
  const rows = await database.read(waitingOutsidePayments, [...sideOf(actor, 'payee'), rank, id, limit + 1]);
  const parts = await partsOf(database, rows);
  return pageOf(
    rows,
    limit,
    (row) => `${row.rank}:${row.id}`,
    (row) => paymentView(row, parts),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function viewPayment(
  database: Database,
  { actor, side }: { actor: Actor; side: Side },
  id: string,
): Promise<View> {
  const [row] = await database.read(readOutsidePayment, [...sideOf(actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  return paymentView(row, await partsOf(database, [row]));
}

async function partsOf(
  database: Database,
  payments: readonly OutsidePaymentRow[],
): Promise<ReadonlyMap<string, OutsidePartRow[]>> {
  const found = new Map<string, OutsidePartRow[]>();
  if (payments.length === 0) return found;
  for (const part of await database.read(partsOfPayments, [payments.map(({ id }) => id)]))
    found.set(part.payment_id, [...(found.get(part.payment_id) ?? []), part]);
  return found;
}

function paymentView(row: OutsidePaymentRow, parts: ReadonlyMap<string, readonly OutsidePartRow[]>): View {
  const own = parts.get(row.id) ?? [];
  must(
    own.reduce((all, part) => all + part.amount_fen, 0n) === row.amount_fen,
    'the parts of a payment are the payment',
  );
  return {
    ...{ version: row.row_version, id: row.id, state: row.state, ...payeeView(row) },
    ...{ amount: wire(row.amount_fen), method: row.method, paidOn: row.paid_on, paperId: row.paper_id },
    parts: own.map((part) => ({
      ...{ obligationId: part.obligation_id, why: whyEarned(earnedOf(part)), amount: wire(part.amount_fen) },
    })),
    recordedAt: row.recorded_at.toISOString(),
    answerBy: row.answer_by,
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    witness: row.witnessed_on === null ? null : witnessView(row, row.witnessed_on),
    standsOn: row.stands_on,
    contest: contestedView(row),
    withdrawReason: row.withdraw_reason,
  };
}
