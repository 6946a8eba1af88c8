import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { answerComment, insertComment, lockDraft } from '../../store/standard/standard.sql';
import { commentView } from '../../store/standard/views';
import { openDraft } from './open-draft';

/** Anybody says what they think of a draft while it is open, its last day included. @throws ProblemError NOT_FOUND, COMMENTS_CLOSED */
export async function commentOnStandard(
  tx: Tx,
  standard: string,
  { authorName, statement }: InputOf<'POST /standards/{standard}/comments'>['body'],
): Promise<ResponseOf<'POST /standards/{standard}/comments'>> {
  const [draft] = await tx.sql(lockDraft, [standard]);
  // A draft that was never before the public is nobody's business yet.
  if (!draft || draft.comments_until === null) throw fail('NOT_FOUND');
  if (draft.state !== 'commenting' || draft.comments_until < time.businessDate(tx.now)) throw fail('COMMENTS_CLOSED');
  const personId = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const [comment] = await tx.sql(insertComment, [standard, personId, authorName, statement, tx.now]);
  must(comment, 'a comment was written');
  tx.audit({
    action: 'standard.comment',
    subjectKind: 'standard',
    subjectId: standard,
    after: { commentId: comment.id },
  });
  return commentView(comment);
}

/** Answers in public: adopted or not, and why. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function answerOnStandard(
  tx: Tx,
  { standard, id }: { standard: string; id: string },
  { adopted, answer }: { adopted: boolean; answer: string },
): Promise<void> {
  const { personId } = await openDraft(tx, { standard, event: 'answer', version: null });
  const [answered] = await tx.sql(answerComment, [standard, id, adopted, answer, personId, tx.now]);
  if (!answered) throw fail('NOT_FOUND');
  tx.audit({
    action: 'standard.answer',
    subjectKind: 'standard',
    subjectId: standard,
    after: { commentId: id, adopted },
  });
}
