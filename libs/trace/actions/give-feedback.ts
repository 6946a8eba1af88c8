import { watch } from '@xihuo/admission';
import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { newId, pageOf, placeIn, type Caller, type Database, type Tx } from '@xihuo/platform';
import { lotFeedback } from '../rules/messages';
import {
  answerFeedback,
  dismissFeedback,
  feedbackOf,
  insertFeedback,
  oneFeedback,
  operators,
  stillComplained,
  type FeedbackRow,
} from '../store/feedback.sql';
import { peopleOfSupplier } from '../store/people.sql';
import { ownSuppliers, type TraceKit } from './trace-kit';

type Given = InputOf<'POST /lots/{code}/feedback'>;
type View = ResponseOf<'POST /trace/lot-feedback/{id}/answer'>;

const isComplaint = (kind: FeedbackRow['kind']) =>
  (machines.tracing.COMPLAINT_KINDS as readonly string[]).includes(kind);

/**
 * Keeps a few words about a lot, and nothing of who said them. Its supplier is told of all that is not mere praise, the platform of what
 * may be a danger; complaints are counted by monitoring.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function giveFeedback(
  tx: Tx,
  { notices }: Pick<TraceKit, 'notices'>,
  code: string,
  { kind, words }: Given['body'],
): Promise<ResponseOf<'POST /lots/{code}/feedback'>> {
  const id = newId();
  const [kept] = await tx.sql(insertFeedback, [id, code, kind, words, tx.now]);
  if (!kept) throw fail('NOT_FOUND');
  if (kind !== 'good') {
    const told = [
      ...(await tx.sql(peopleOfSupplier, [kept.supplier_id])),
      ...(kind === 'safety' ? await tx.sql(operators) : []),
    ];
    const people = [...new Set(told.map((one) => one.person_id))];
    if (people.length > 0)
      await notices.tellAll(tx, people, {
        ...{ key: `lotFeedback:${id}`, about: `feedback:${id}` },
        ...lotFeedback({ kind, lot: kept.lot_code, product: kept.product_name, words }),
      });
  }
  if (isComplaint(kind)) await countComplaints(tx, { ...kept, received_at: tx.now });
  return { id, receivedAt: tx.now.toISOString() };
}

/**
 * Monitoring counts complaints about a lot once a day, however many there are: nobody is asked who they are, so one person with a
 * grudge must not be many. One that the platform does not count takes its signal back, unless others stand.
 */
async function countComplaints(
  tx: Tx,
  about: Pick<FeedbackRow, 'lot_id' | 'supplier_id' | 'received_at'>,
): Promise<void> {
  const day = time.businessDate(about.received_at);
  const [still] = await tx.sql(stillComplained, [about.lot_id, day, machines.tracing.COMPLAINT_KINDS]);
  must(still, 'a question has an answer');
  const amount = still.counts ? 1n : 0n;
  await watch.reportSignal(tx, about.supplier_id, 'complaint', { day, amount, source: `lotFeedback:${about.lot_id}` });
}

function view(row: FeedbackRow): View {
  return {
    id: row.id,
    kind: row.kind,
    words: row.words,
    receivedAt: row.received_at.toISOString(),
    lot: { id: row.lot_id, code: row.lot_code },
    productName: row.product_name,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    answer: answerOf(row),
    dismissed: row.dismissal === null ? null : { reason: row.dismissal, at: row.dismissed_at!.toISOString() },
  };
}

const answerOf = (row: FeedbackRow) =>
  row.answer === null ? null : { words: row.answer, at: row.answered_at!.toISOString() };

/** What was said of the lots of the caller's suppliers; the platform reads all of it. */
export async function listFeedback(
  database: Database,
  caller: Caller,
  { view: which, kind, lot, cursor, limit }: InputOf<'GET /trace/lot-feedback'>['query'],
): Promise<ResponseOf<'GET /trace/lot-feedback'>> {
  const isPlatform = (caller.person?.grants ?? []).some(({ role }) => role === 'operator');
  const rows = await database.read(feedbackOf, [
    ...[isPlatform ? null : ownSuppliers(caller.actor), kind ?? null, lot ?? null, placeIn(cursor), limit + 1],
    ...[which === 'unanswered', which === 'complaints' ? machines.tracing.COMPLAINT_KINDS : null],
  ]);
  return pageOf(rows, limit, (row) => row.id, view);
}

/** What whoever said it may read of what became of it. @throws ProblemError NOT_FOUND */
export async function readAnswer(
  database: Database,
  code: string,
  id: string,
): Promise<ResponseOf<'GET /lots/{code}/feedback/{id}'>> {
  const [row] = await database.read(oneFeedback, [id, null]);
  if (row?.lot_code !== code) throw fail('NOT_FOUND');
  return { kind: row.kind, receivedAt: row.received_at.toISOString(), answer: answerOf(row) };
}

async function load(tx: Tx, id: string, suppliers: readonly string[] | null): Promise<FeedbackRow> {
  const [row] = await tx.sql(oneFeedback, [id, suppliers]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

function personOf(tx: Tx): string {
  must(tx.actor.kind === 'person', 'somebody acts');
  return tx.actor.personId;
}

/** The supplier's answer, once. @throws ProblemError NOT_FOUND, FEEDBACK_ANSWERED */
export async function answerTo(tx: Tx, id: string, words: string): Promise<View> {
  const own = ownSuppliers(tx.actor);
  tx.attempt({ action: 'lotFeedback.answer', subjectKind: 'lotFeedback', subjectId: id });
  await load(tx, id, own);
  const [given] = await tx.sql(answerFeedback, [id, words, personOf(tx), tx.now]);
  if (!given) throw fail('FEEDBACK_ANSWERED');
  tx.audit({ action: 'lotFeedback.answer', subjectKind: 'lotFeedback', subjectId: id });
  return view(await load(tx, id, own));
}

/**
 * A complaint counts no more, for a reason that stays; nobody of the supplier says so, whatever other role.
 *
 * @throws ProblemError NOT_FOUND, FEEDBACK_DISMISSED, FEEDBACK_NO_COMPLAINT, FEEDBACK_OWN_GOODS
 */
export async function dismiss(
  tx: Tx,
  grants: readonly { organisationId: string | null }[],
  id: string,
  reason: string,
): Promise<View> {
  tx.attempt({ action: 'lotFeedback.dismiss', subjectKind: 'lotFeedback', subjectId: id });
  const row = await load(tx, id, null);
  if (grants.some(({ organisationId }) => organisationId === row.supplier_id)) throw fail('FEEDBACK_OWN_GOODS');
  if (!isComplaint(row.kind)) throw fail('FEEDBACK_NO_COMPLAINT');
  const [done] = await tx.sql(dismissFeedback, [id, reason, personOf(tx), tx.now]);
  if (!done) throw fail('FEEDBACK_DISMISSED');
  await countComplaints(tx, row);
  tx.audit({ action: 'lotFeedback.dismiss', subjectKind: 'lotFeedback', subjectId: id, after: { reason } });
  return view(await load(tx, id, null));
}
