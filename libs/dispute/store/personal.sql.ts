import { machines } from '@xihuo/contract';
import { statement, type NamedKeeping } from '@xihuo/platform';

const ENDED = machines.DISPUTE_STATES.filter((state) => Object.keys(machines.disputeStates.table[state]).length === 0)
  .map((state) => `'${state}'`)
  .join(', ');

const openDisputes = statement<{ person_id: string; what: 'disputes'; count: number }>(
  'dispute.open_disputes',
  `select buyer_id as person_id, 'disputes' as what, count(*)::integer as count from dispute.dispute_case
    where buyer_id = any ($1::uuid[]) and state not in (${ENDED}) group by buyer_id`,
);

const reviewsWritten = statement<{ order_id: string; score: number; words: string; photos: string[]; at: Date }>(
  'dispute.reviews_written',
  `select order_id, score, words, written_at as at,
          array(select '/api/v1/reviews/' || review.id || '/photos/' || file_id from dispute.review_photo photo
                 where photo.review_id = review.id order by place) as photos
     from dispute.review where buyer_id = $1 order by id`,
);
const questionsAsked = statement<{ words: string; answer: string | null; at: Date }>(
  'dispute.questions_asked',
  'select words, answer, asked_at as at from dispute.question where asked_by = $1 order by id',
);
const wordsInCases = statement<{ dispute_id: string; words: string; at: Date }>(
  'dispute.words_in_cases',
  'select dispute_id, words, at from dispute.message where person_id = $1 order by id',
);

/**
 * What people said of goods and in disputes. Reviews must not be deleted (电子商务法 art. 39) and files of disputes are evidence: both
 * stay, under a number that leads to nobody once the account is gone.
 */
export const personalDisputes: Omit<NamedKeeping, 'name'> = {
  async tell(where, _, personId) {
    const [reviews, questions, disputes] = await Promise.all([
      where.read(reviewsWritten, [personId]),
      where.read(questionsAsked, [personId]),
      where.read(wordsInCases, [personId]),
    ]);
    return { reviews, questions, disputes };
  },
  open: openDisputes,
};
