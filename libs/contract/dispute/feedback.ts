import { z } from 'zod';
import { cursor, instant, limit, page, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only, open, orderAccess } from '../core/route';
import { HIDING_GROUNDS } from './names';

const one = z.strictObject({ id: uuid });
const score = z.number().int().min(1).max(5);
const ground = z.enum(HIDING_GROUNDS);

const reviewView = z.object({
  id: uuid,
  score,
  /** Null where it is hidden; its score counts all the same. */
  words: z.string().nullable(),
  /** Read by GET /reviews/{id}/photos/{photoId}; none where it is hidden. */
  photoIds: z.array(uuid),
  pack: z.string(),
  supplierName: z.string(),
  writtenAt: instant,
  reply: z.object({ words: z.string(), at: instant }).nullable(),
  hidden: ground.nullable(),
});

const questionView = z.object({
  id: uuid,
  words: z.string(),
  askedAt: instant,
  answer: z.object({ words: z.string(), supplierName: z.string(), at: instant }).nullable(),
});

const ofProduct = z.object({ slug, name: z.string() });
/** As those see it who answer for it or moderate it: whole, hidden or not. */
const workReview = reviewView.extend({
  product: ofProduct,
  said: z.string(),
  saidPhotoIds: z.array(uuid),
  version: z.number().int(),
});
const workQuestion = questionView.extend({ product: ofProduct, hidden: ground.nullable() });
const hiding = z.strictObject({ ground, reason: text(500, 4) });

export const feedbackOfBuyersRoutes = defineRoutes({
  'GET /products/{slug}/reviews': {
    summary:
      'What buyers who received it say of a product, the newest first, with count, average and distribution of all',
    access: open,
    params: z.strictObject({ slug }),
    query: z.strictObject({
      score: z.coerce.number().int().min(1).max(5).optional(),
      /** Only those with photos. */
      photos: z.stringbool().optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(reviewView).extend({
      rating: z.object({
        count: z.number().int(),
        /** How many show photos. */
        withPhotos: z.number().int(),
        /** In tenths of a point, rounded to the nearest; null where nobody has said anything: unrated, never the best. */
        averageTenths: z.number().int().nullable(),
        /** How many gave one point, two ... five. */
        distribution: z.array(z.number().int()).length(5),
      }),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /reviews/{id}/photos/{photoId}': {
    summary: 'A photo of a review; of a hidden one for moderators and its supplier only',
    access: open,
    params: z.strictObject({ id: uuid, photoId: uuid }),
    query: z.strictObject({ size: z.enum(['large', 'small']).default('large') }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /products/{slug}/questions': {
    summary: 'What people asked about a product, and what its suppliers answered; the newest first',
    access: open,
    params: z.strictObject({ slug }),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(questionView),
    problems: ['NOT_FOUND'],
  },
  'POST /products/{slug}/questions': {
    summary: 'Asks something about a product; its suppliers are told',
    access: only('consumer', 'businessBuyer'),
    params: z.strictObject({ slug }),
    body: z.strictObject({ words: text(300, 4) }),
    response: questionView,
    status: 201,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /orders/{id}/reviews': {
    summary: 'What of an order was received and can be reviewed, and what was said of it',
    access: orderAccess,
    params: one,
    response: z.object({
      data: z.array(
        z.object({ lineId: uuid, productName: z.string(), pack: z.string(), review: reviewView.nullable() }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/reviews': {
    summary: 'Reviews a received line: once, by its buyer; it stays as it was written',
    access: orderAccess,
    params: one,
    body: z.strictObject({
      ...{ lineId: uuid, score, words: text(1000, 0) },
      photoIds: z
        .array(uuid)
        .max(9)
        .default([])
        .refine((ids) => new Set(ids).size === ids.length, 'each once'),
    }),
    response: reviewView,
    status: 201,
    problems: [
      ...(['NOT_FOUND', 'DUTY_MISSING', 'REVIEW_NOT_RECEIVED', 'REVIEW_OWN_GOODS', 'REVIEWED_ALREADY'] as const),
      'REVIEW_PHOTOS',
    ],
  },
  'POST /orders/{id}/review-photos': {
    summary: 'Keeps a photo for a review; drawn anew, without place, time and camera',
    access: orderAccess,
    params: one,
    upload: { mediaTypes: ['image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 },
    response: z.object({ photoId: uuid }),
    status: 201,
    problems: [
      ...(['NOT_FOUND', 'DUTY_MISSING', 'REVIEW_NOT_RECEIVED', 'DOCUMENT_REFUSED'] as const),
      ...(['TOO_MANY_DOCUMENTS', 'RATE_LIMITED'] as const),
    ],
  },
  'GET /supplier/reviews': {
    summary: "What buyers say of the own supplier's goods, the newest first",
    access: only('supplier'),
    query: z.strictObject({ view: z.enum(['all', 'unanswered']).default('all'), cursor: cursor.optional(), limit }),
    response: page(workReview),
  },
  'POST /supplier/reviews/{id}/reply': {
    summary: 'Answers a review: once, beside it; nothing a supplier does takes a review away',
    access: only('supplier'),
    params: one,
    body: z.strictObject({ words: text(500, 2) }),
    response: workReview,
    problems: ['NOT_FOUND', 'REVIEW_REPLIED'],
  },
  'GET /supplier/questions': {
    summary: 'Questions about products the own supplier offers, unanswered ones first, or these alone',
    access: only('supplier'),
    query: z.strictObject({ waiting: z.stringbool().optional(), cursor: cursor.optional(), limit }),
    response: page(workQuestion),
  },
  'POST /supplier/questions/{id}/answer': {
    summary: 'Answers a question about a product one offers: whoever comes first',
    access: only('supplier'),
    params: one,
    body: z.strictObject({ words: text(500, 2) }),
    response: workQuestion,
    problems: ['NOT_FOUND', 'QUESTION_ANSWERED'],
  },
  'GET /moderation/questions': {
    summary: 'Questions and their answers for those who moderate, the newest first',
    access: only('operator'),
    query: z.strictObject({ view: z.enum(['all', 'hidden']).default('all'), cursor: cursor.optional(), limit }),
    response: page(workQuestion),
  },
  'POST /moderation/questions/{id}/hiding': {
    summary: 'Hides a question with its answer for a reason of law, with a notice to whoever asked',
    access: only('operator'),
    params: one,
    body: hiding,
    response: workQuestion,
    problems: ['NOT_FOUND', 'HIDDEN_ALREADY', 'DISPUTE_NOT_FREE'],
  },
  'POST /moderation/questions/{id}/showing': {
    summary: 'Shows a hidden question again, by somebody else than who hid it',
    access: only('operator'),
    params: one,
    body: z.strictObject({}),
    response: workQuestion,
    problems: ['NOT_FOUND', 'NOT_HIDDEN', 'DISPUTE_NOT_FREE'],
  },
  'GET /moderation/reviews': {
    summary: 'Reviews for those who moderate, the newest first',
    access: only('operator'),
    query: z.strictObject({ view: z.enum(['all', 'hidden']).default('all'), cursor: cursor.optional(), limit }),
    response: page(workReview),
  },
  'POST /moderation/reviews/{id}/hiding': {
    summary: 'Hides a review for a reason of law, with a notice to its buyer; its score counts on',
    access: only('operator'),
    params: one,
    body: hiding,
    response: workReview,
    problems: ['NOT_FOUND', 'HIDDEN_ALREADY', 'DISPUTE_NOT_FREE'],
  },
  'POST /moderation/reviews/{id}/showing': {
    summary: 'Shows a hidden review again, by somebody else than who hid it',
    access: only('operator'),
    params: one,
    body: z.strictObject({}),
    response: workReview,
    problems: ['NOT_FOUND', 'NOT_HIDDEN', 'DISPUTE_NOT_FREE'],
  },
});
