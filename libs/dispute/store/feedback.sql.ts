import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { BUYING_PEOPLE } from './case.sql';

type Ground = machines.disputing.HidingGround;

export interface ReviewRow {
  id: string;
  line_id: string;
  order_id: string;
  product_slug: string;
  product_name: string;
  supplier_id: string;
  supplier_name: string;
  pack: string;
  buyer_id: string | null;
  buying_people: string[];
  score: number;
  words: string;
  photo_ids: string[];
  written_at: Date;
  reply: string | null;
  replied_at: Date | null;
  hidden_ground: Ground | null;
  hidden_by: string | null;
  row_version: number;
}

const REVIEW = `select review.id, review.line_id, review.order_id, product.slug as product_slug, product.name_zh as product_name,
          review.supplier_id, supplier.name_zh as supplier_name, review.pack, review.buyer_id, ${BUYING_PEOPLE('review')}, review.score, review.words,
          review.written_at,
          array(select file_id from dispute.review_photo photo where photo.review_id = review.id order by place) as photo_ids, review.reply, review.replied_at, review.hidden_ground, review.hidden_by, review.row_version
     from dispute.review
     join catalogue.product_v product on product.id = review.product_id
     join registry.organisation_v supplier on supplier.id = review.supplier_id`;

export const reviewsOfProduct = statement<ReviewRow>(
  'dispute.reviews_of_product',
  `${REVIEW} where review.product_id = $1 and ($2::integer is null or review.score = $2)
      and (not $3::boolean or (review.photos > 0 and review.hidden_at is null)) and ($4::uuid is null or review.id < $4)
    order by review.id desc limit $5`,
);

export interface RatingRow {
  product_id: string;
  reviews: number;
  with_photos: number;
  total: number;
  one: number;
  two: number;
  three: number;
  four: number;
  five: number;
}

/** The product by its slug, with its rating; no row where there is no such product. */
export const ratingOf = statement<RatingRow>(
  'dispute.rating_of',
  `select product.id as product_id, coalesce(reviews, 0) as reviews,
          (select count(*)::integer from dispute.review where review.product_id = product.id and photos > 0 and hidden_at is null) as with_photos,
          coalesce(total, 0) as total, coalesce(one, 0) as one,
          coalesce(two, 0) as two, coalesce(three, 0) as three, coalesce(four, 0) as four, coalesce(five, 0) as five
     from catalogue.product_v product left join dispute.rating_v rating on rating.product_id = product.id where product.slug = $1`,
);

export const reviewsOfOrder = statement<ReviewRow>('dispute.reviews_of_order', `${REVIEW} where review.order_id = $1`);

export interface ReceivedLine {
  id: string;
  product_id: string;
  product_name: string;
  supplier_id: string;
  pack: string;
  state: string;
}

export const receivedLines = statement<ReceivedLine>(
  'dispute.received_lines',
  `select id, product_id, product_name, supplier_id, pack, state from ordering.order_line_v where order_id = $1
    order by product_name, id`,
);

/** One review a line; nothing where there is one. */
export const insertReview = statement<{ id: string }>(
  'dispute.insert_review',
  `insert into dispute.review (id, line_id, order_id, product_id, supplier_id, pack, buyer_id, score, words, written_at, photos)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (line_id) do nothing returning id`,
);

/** $1 its suppliers, or null for the platform; $2 only unanswered, $3 only hidden; $4 the place before. */
export const reviewsAtWork = statement<ReviewRow>(
  'dispute.reviews_at_work',
  `${REVIEW} where ($1::uuid[] is null or review.supplier_id = any ($1)) and (not $2::boolean or review.reply is null)
      and (not $3::boolean or review.hidden_at is not null) and ($4::uuid is null or review.id < $4)
    order by review.id desc limit $5`,
);

export const lockReview = statement<ReviewRow>(
  'dispute.lock_review',
  `${REVIEW} where review.id = $1 and ($2::uuid[] is null or review.supplier_id = any ($2)) for update of review`,
);

export const replyToReview = statement(
  'dispute.reply_to_review',
  `update dispute.review set reply = $2, replied_by = $3, replied_at = $4, row_version = row_version + 1 where id = $1`,
);

export const hideReview = statement(
  'dispute.hide_review',
  `update dispute.review
      set hidden_ground = $2, hidden_reason = $3, hidden_by = $4, hidden_at = $5, row_version = row_version + 1 where id = $1`,
);

export interface QuestionRow {
  id: string;
  product_slug: string;
  product_name: string;
  words: string;
  asked_by: string;
  asked_at: Date;
  answer: string | null;
  answered_at: Date | null;
  supplier_name: string | null;
  hidden_ground: Ground | null;
}

const QUESTION = `select question.id, product.slug as product_slug, product.name_zh as product_name, question.words, question.asked_by,
          question.asked_at, question.answer, question.answered_at, supplier.name_zh as supplier_name, question.hidden_ground
     from dispute.question
     join catalogue.product_v product on product.id = question.product_id
     left join registry.organisation_v supplier on supplier.id = question.supplier_id`;

export const questionsOfProduct = statement<QuestionRow>(
  'dispute.questions_of_product',
  `${QUESTION} where product.slug = $1 and question.hidden_at is null and ($2::uuid is null or question.id < $2)
    order by question.id desc limit $3`,
);

const OFFERED = `exists (select from catalogue.sku_v sku where sku.product_id = question.product_id and sku.supplier_id = any ($1::uuid[]))`;

/** $1 suppliers, behind $2, $3 of them at most, $4 only those nobody has answered. */
export const questionsAtWork = statement<QuestionRow>(
  'dispute.questions_at_work',
  `${QUESTION} where ${OFFERED} and (not $4::boolean or question.answer is null) and ($2::uuid is null or (question.answer is not null, question.id) >
            (select known.answer is not null, known.id from dispute.question known where known.id = $2))
    order by (question.answer is not null), question.id limit $3`,
);

export const lockQuestion = statement<QuestionRow & { own_supplier: string }>(
  'dispute.lock_question',
  `select asked.*, sku.supplier_id as own_supplier
     from (${QUESTION} where question.id = $2 for update of question) asked
     join catalogue.product_v product on product.slug = asked.product_slug
     join catalogue.sku_v sku on sku.product_id = product.id and sku.supplier_id = any ($1::uuid[]) limit 1`,
);

/** For those who moderate: $1 only hidden, $2 the place before, $3 of them at most. */
export const questionsToModerate = statement<QuestionRow>(
  'dispute.questions_to_moderate',
  `${QUESTION} where (not $1::boolean or question.hidden_at is not null) and ($2::uuid is null or question.id < $2)
    order by question.id desc limit $3`,
);

/** A question with who offers what it is about, and who hid it. */
export const lockQuestionToModerate = statement<QuestionRow & { offered_by: string[]; hidden_by: string | null }>(
  'dispute.lock_question_to_moderate',
  `select asked.*, known.hidden_by,
          array(select distinct sku.supplier_id from catalogue.sku_v sku where sku.product_id = known.product_id
                 order by sku.supplier_id) as offered_by
     from (${QUESTION} where question.id = $1 for update of question) asked join dispute.question known on known.id = asked.id`,
);

export const hideQuestion = statement(
  'dispute.hide_question',
  'update dispute.question set hidden_ground = $2, hidden_reason = $3, hidden_by = $4, hidden_at = $5 where id = $1',
);

export const insertQuestion = statement(
  'dispute.insert_question',
  'insert into dispute.question (id, product_id, words, asked_by, asked_at) values ($1, $2, $3, $4, $5)',
);

export const answerQuestion = statement(
  'dispute.answer_question',
  `update dispute.question set answer = $2, supplier_id = $3, answered_by = $4, answered_at = $5 where id = $1`,
);

export const peopleOffering = statement<{ person_id: string }>(
  'dispute.people_offering',
  `select distinct person_id from identity.role_grant_v person join catalogue.sku_v sku on sku.supplier_id = person.organisation_id
    where person.role = 'supplier' and sku.product_id = $1 order by person_id`,
);
