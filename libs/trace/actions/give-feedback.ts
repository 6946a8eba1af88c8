import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { newId, pageOf, placeIn, type Caller, type Database, type Tx } from '@xihuo/platform';
import { feedbackOf, insertFeedback } from '../store/feedback.sql';

type Given = InputOf<'POST /lots/{code}/feedback'>;

/** Keeps a few words about a lot, and nothing of who said them. @throws ProblemError NOT_FOUND */
export async function giveFeedback(
  tx: Tx,
  code: string,
  { kind, words }: Given['body'],
): Promise<ResponseOf<'POST /lots/{code}/feedback'>> {
  const id = newId();
  const [kept] = await tx.sql(insertFeedback, [id, code, kind, words, tx.now]);
  if (!kept) throw fail('NOT_FOUND');
  return { id, receivedAt: tx.now.toISOString() };
}

/** What was said of the lots of the caller's suppliers; the platform reads all of it. */
export async function listFeedback(
  database: Database,
  caller: Caller,
  { kind, lot, cursor, limit }: InputOf<'GET /trace/lot-feedback'>['query'],
): Promise<ResponseOf<'GET /trace/lot-feedback'>> {
  const grants = caller.person?.grants ?? [];
  const own = grants.flatMap((grant) =>
    grant.role === 'supplier' && grant.organisationId ? [grant.organisationId] : [],
  );
  const whose = grants.some(({ role }) => role === 'operator') ? null : own;
  const rows = await database.read(feedbackOf, [whose, kind ?? null, lot ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => ({
      id: row.id,
      kind: row.kind,
      words: row.words,
      receivedAt: row.received_at.toISOString(),
      lot: { id: row.lot_id, code: row.lot_code },
      productName: row.product_name,
    }),
  );
}
