import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { tiedTo } from '../rules/may-act';
import { hideQuestion, lockQuestionToModerate, questionsToModerate } from '../store/feedback.sql';
import { workQuestion, type WorkQuestion } from '../store/feedback-view';
import type { Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';

type Moderator = Extract<Entrance, { side: 'mediator' }>;

export async function listQuestionsToModerate(
  database: Database,
  { view, cursor, limit }: InputOf<'GET /moderation/questions'>['query'],
): Promise<ResponseOf<'GET /moderation/questions'>> {
  const rows = await database.read(questionsToModerate, [view === 'hidden', placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, workQuestion);
}

async function load(tx: Tx, id: string) {
  const [row] = await tx.sql(lockQuestionToModerate, [id]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

/** Nobody moderates what they asked themselves, or what is asked about goods they offer. */
function mustBeFree(
  { offered_by: offeredBy, asked_by: buyerId }: Awaited<ReturnType<typeof load>>,
  moderator: Moderator,
) {
  if (
    buyerId === moderator.personId ||
    offeredBy.some((supplierId) => tiedTo({ supplierId, buyerId, buyingPeople: [] }, moderator))
  )
    throw fail('DISPUTE_NOT_FREE');
}

/**
 * Hides a question, with its answer, for a reason of law, and says so to whoever asked.
 *
 * @throws ProblemError NOT_FOUND, HIDDEN_ALREADY, DISPUTE_NOT_FREE
 */
export async function hideAsked(
  tx: Tx,
  { notices }: Pick<DisputeKit, 'notices'>,
  moderator: Moderator,
  { id, ground, reason }: { id: string } & InputOf<'POST /moderation/questions/{id}/hiding'>['body'],
): Promise<WorkQuestion> {
  tx.attempt({ action: 'question.hide', subjectKind: 'question', subjectId: id });
  const row = await load(tx, id);
  mustBeFree(row, moderator);
  if (row.hidden_ground !== null) throw fail('HIDDEN_ALREADY');
  await tx.sql(hideQuestion, [id, ground, reason, moderator.personId, tx.now]);
  tx.audit({ action: 'question.hide', subjectKind: 'question', subjectId: id, after: { ground, reason } });
  await notices.tell(tx, {
    personId: row.asked_by,
    about: `product:${row.product_slug}`,
    key: `question.hidden:${id}:${tx.now.getTime()}`,
    title: { zh: '您的提问已被隐藏', en: 'Your question is hidden' },
    body: {
      zh: `您对${row.product_name}的提问因“${reason}”被隐藏。如有异议，可联系平台客服或拨打 12315。`,
      en: `Your question about ${row.product_name} is hidden: ${reason}. You may object with the platform or call 12315.`,
    },
  });
  return workQuestion(await load(tx, id));
}

/** Shows it again, by somebody else than who hid it. @throws ProblemError NOT_FOUND, NOT_HIDDEN, DISPUTE_NOT_FREE */
export async function showAsked(tx: Tx, moderator: Moderator, id: string): Promise<WorkQuestion> {
  tx.attempt({ action: 'question.show', subjectKind: 'question', subjectId: id });
  const row = await load(tx, id);
  if (row.hidden_ground === null) throw fail('NOT_HIDDEN');
  mustBeFree(row, moderator);
  if (row.hidden_by === moderator.personId) throw fail('DISPUTE_NOT_FREE');
  await tx.sql(hideQuestion, [id, null, null, null, null]);
  tx.audit({ action: 'question.show', subjectKind: 'question', subjectId: id, before: { ground: row.hidden_ground } });
  const shown = await load(tx, id);
  must(shown.hidden_ground === null, 'it is shown');
  return workQuestion(shown);
}
