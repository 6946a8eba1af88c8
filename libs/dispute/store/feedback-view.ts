import type { ResponseOf } from '@xihuo/contract';
import type { QuestionRow, ReviewRow } from './feedback.sql';

export type ReviewView = ResponseOf<'POST /orders/{id}/reviews'>;
export type WorkReview = ResponseOf<'POST /supplier/reviews/{id}/reply'>;
export type QuestionView = ResponseOf<'POST /products/{slug}/questions'>;
export type WorkQuestion = ResponseOf<'POST /supplier/questions/{id}/answer'>;

/** As everybody sees it: a hidden one without its words, and with its score. */
export function reviewView(row: ReviewRow): ReviewView {
  return {
    id: row.id,
    score: row.score,
    words: row.hidden_ground === null ? row.words : null,
    photoIds: row.hidden_ground === null ? row.photo_ids : [],
    pack: row.pack,
    supplierName: row.supplier_name,
    writtenAt: row.written_at.toISOString(),
    reply: row.reply === null ? null : { words: row.reply, at: row.replied_at!.toISOString() },
    hidden: row.hidden_ground,
  };
}

export function workReview(row: ReviewRow): WorkReview {
  return {
    ...reviewView(row),
    product: { slug: row.product_slug, name: row.product_name },
    said: row.words,
    saidPhotoIds: row.photo_ids,
    version: row.row_version,
  };
}

export function questionView(row: QuestionRow): QuestionView {
  return {
    id: row.id,
    words: row.words,
    askedAt: row.asked_at.toISOString(),
    answer:
      row.answer === null
        ? null
        : { words: row.answer, supplierName: row.supplier_name!, at: row.answered_at!.toISOString() },
  };
}

export function workQuestion(row: QuestionRow): WorkQuestion {
  return {
    ...questionView(row),
    product: { slug: row.product_slug, name: row.product_name },
    hidden: row.hidden_ground,
  };
}
