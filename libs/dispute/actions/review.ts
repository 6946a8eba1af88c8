import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { lines } from '@xihuo/ordering';
import { newId, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { averageTenths, isReceived } from '../rules/rating';
import { tiedTo } from '../rules/may-act';
import {
  hideReview,
  insertReview,
  lockReview,
  ratingOf,
  receivedLines,
  replyToReview,
  reviewsAtWork,
  reviewsOfOrder,
  reviewsOfProduct,
} from '../store/feedback.sql';
import { putBeside } from './review-photos';
import { reviewView, workReview, type ReviewView, type WorkReview } from '../store/feedback-view';
import type { ReviewRow } from '../store/feedback.sql';
import { isSentToOwn, peopleOfSupplier } from '../store/case-file.sql';
import type { Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';

type Buyer = Extract<Entrance, { side: 'buyer' }>;

/** What of an order was received, and what was said of it. @throws ProblemError NOT_FOUND */
export async function listOrderReviews(
  database: Database,
  { orderId, ...access }: Buyer,
): Promise<ResponseOf<'GET /orders/{id}/reviews'>> {
  await lines.orderFor(database, orderId, access);
  const [bought, said] = await Promise.all([
    database.read(receivedLines, [orderId]),
    database.read(reviewsOfOrder, [orderId]),
  ]);
  const byLine = new Map(said.map((row) => [row.line_id, row]));
  return {
    data: bought
      .filter((line) => isReceived(line.state))
      .map((line) => {
        const review = byLine.get(line.id);
        // One's own words one sees, hidden or not.
        const own = review ? { ...reviewView(review), words: review.words } : null;
        return { lineId: line.id, productName: line.product_name, pack: line.pack, review: own };
      }),
  };
}

/**
 * A buyer says what they think of a line they received: once, and it stays. Nobody praises their own goods (电子商务法 art. 17: no
 * invented reviews): neither signed in nor as a guest with a phone of somebody of the supplier.
 *
 * @throws ProblemError NOT_FOUND, REVIEW_NOT_RECEIVED, REVIEW_OWN_GOODS, REVIEWED_ALREADY, REVIEW_PHOTOS
 */
export async function writeReview(
  tx: Tx,
  kit: DisputeKit,
  { orderId, ...access }: Buyer,
  { lineId, score, words, photoIds }: InputOf<'POST /orders/{id}/reviews'>['body'],
): Promise<ReviewView> {
  tx.attempt({ action: 'review.write', subjectKind: 'orderLine', subjectId: lineId });
  const order = await lines.orderFor(tx, orderId, access, 'receive');
  const line = (await tx.sql(receivedLines, [orderId])).find((one) => one.id === lineId);
  if (!line) throw fail('NOT_FOUND');
  if (!isReceived(line.state)) throw fail('REVIEW_NOT_RECEIVED');
  const people = (await tx.sql(peopleOfSupplier, [line.supplier_id])).map((one) => one.person_id);
  if ([order.person_id, access.personId].some((person) => person !== null && people.includes(person)))
    throw fail('REVIEW_OWN_GOODS');
  if ((await tx.sql(isSentToOwn, [orderId, line.supplier_id]))[0]!.own) throw fail('REVIEW_OWN_GOODS');
  const id = newId();
  const [made] = await tx.sql(insertReview, [
    ...[id, lineId, orderId, line.product_id, line.supplier_id, line.pack, order.person_id, score, words, tx.now],
    photoIds.length,
  ]);
  if (!made) throw fail('REVIEWED_ALREADY');
  await putBeside(tx, { id, orderId }, photoIds);
  await lines.reviewed(tx, lineId);
  tx.audit({ action: 'review.write', subjectKind: 'review', subjectId: id, after: { lineId, score, photoIds } });
  if (people.length > 0)
    await kit.notices.tellAll(tx, people, {
      ...{ key: `review:${id}`, about: `review:${id}` },
      title: { zh: '收到新评价', en: 'A new review' },
      body: {
        zh: `${line.product_name}：${score} 分。可公开回复一次。`,
        en: `${line.product_name}: ${score} of 5. You may answer it once.`,
      },
    });
  return loadReview(tx, id).then(reviewView);
}

async function loadReview(tx: Tx, id: string, suppliers: readonly string[] | null = null) {
  const [row] = await tx.sql(lockReview, [id, suppliers]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

/** Reviews of a product with count, average and distribution: of all of them, hidden ones too. @throws ProblemError NOT_FOUND */
export async function listProductReviews(
  database: Database,
  { params, query }: InputOf<'GET /products/{slug}/reviews'>,
): Promise<ResponseOf<'GET /products/{slug}/reviews'>> {
  const [rating] = await database.read(ratingOf, [params.slug]);
  if (!rating) throw fail('NOT_FOUND');
  const { score, photos = false, cursor, limit } = query;
  const rows = await database.read(reviewsOfProduct, [
    ...[rating.product_id, score ?? null, photos, placeIn(cursor), limit + 1],
  ]);
  return {
    ...pageOf(rows, limit, (row) => row.id, reviewView),
    rating: {
      count: rating.reviews,
      withPhotos: rating.with_photos,
      averageTenths: averageTenths(rating.total, rating.reviews),
      distribution: [rating.one, rating.two, rating.three, rating.four, rating.five],
    },
  };
}

/** For its suppliers, or for the platform where none are named. */
export async function listReviewsAtWork(
  database: Database,
  suppliers: readonly string[] | null,
  { view, cursor, limit }: { view: 'all' | 'unanswered' | 'hidden'; cursor?: string | undefined; limit: number },
): Promise<ResponseOf<'GET /supplier/reviews'>> {
  const rows = await database.read(reviewsAtWork, [
    ...[suppliers, view === 'unanswered', view === 'hidden', placeIn(cursor), limit + 1],
  ]);
  return pageOf(rows, limit, (row) => row.id, workReview);
}

/** A supplier's answer, once. @throws ProblemError NOT_FOUND, REVIEW_REPLIED */
export async function replyTo(
  tx: Tx,
  { personId, supplierIds }: Extract<Entrance, { side: 'supplier' }>,
  { id, words }: { id: string; words: string },
): Promise<WorkReview> {
  tx.attempt({ action: 'review.reply', subjectKind: 'review', subjectId: id });
  const row = await loadReview(tx, id, supplierIds);
  if (row.reply !== null) throw fail('REVIEW_REPLIED');
  await tx.sql(replyToReview, [id, words, personId, tx.now]);
  tx.audit({ action: 'review.reply', subjectKind: 'review', subjectId: id });
  return workReview(await loadReview(tx, id));
}

const boughtBy = (row: ReviewRow) => ({
  ...{ supplierId: row.supplier_id, buyerId: row.buyer_id, buyingPeople: row.buying_people },
});

type Moderator = Extract<Entrance, { side: 'mediator' }>;

/**
 * Hides a review for a reason of law, never for its score: the score counts on, and its buyer is told why. Nobody of the supplier
 * hides, whatever other role.
 *
 * @throws ProblemError NOT_FOUND, HIDDEN_ALREADY, DISPUTE_NOT_FREE
 */
export async function hide(
  tx: Tx,
  kit: DisputeKit,
  moderator: Moderator,
  { id, ground, reason }: { id: string } & InputOf<'POST /moderation/reviews/{id}/hiding'>['body'],
): Promise<WorkReview> {
  tx.attempt({ action: 'review.hide', subjectKind: 'review', subjectId: id });
  const row = await loadReview(tx, id);
  if (tiedTo(boughtBy(row), moderator)) throw fail('DISPUTE_NOT_FREE');
  if (row.hidden_ground !== null) throw fail('HIDDEN_ALREADY');
  await tx.sql(hideReview, [id, ground, reason, moderator.personId, tx.now]);
  tx.audit({
    action: 'review.hide',
    subjectKind: 'review',
    subjectId: id,
    after: { ground, reason, score: row.score },
  });
  await lines.tellBuyer(tx, kit, row.order_id, {
    key: `review.hidden:${id}:${tx.now.getTime()}`,
    title: { zh: '您的评价已被隐藏', en: 'Your review is hidden' },
    body: {
      zh: `您对${row.product_name}的评价因“${reason}”被隐藏，评分仍计入。如有异议，可联系平台客服或拨打 12315。`,
      en: `Your review of ${row.product_name} is hidden: ${reason}. Your score still counts. You may object with the platform or call 12315.`,
    },
  });
  return workReview(await loadReview(tx, id));
}

/** Shows it again, by somebody else than who hid it. @throws ProblemError NOT_FOUND, NOT_HIDDEN, DISPUTE_NOT_FREE */
export async function show(tx: Tx, moderator: Moderator, id: string): Promise<WorkReview> {
  tx.attempt({ action: 'review.show', subjectKind: 'review', subjectId: id });
  const row = await loadReview(tx, id);
  if (row.hidden_ground === null) throw fail('NOT_HIDDEN');
  const tied = tiedTo(boughtBy(row), moderator);
  if (tied || row.hidden_by === moderator.personId) throw fail('DISPUTE_NOT_FREE');
  await tx.sql(hideReview, [id, null, null, null, null]);
  tx.audit({ action: 'review.show', subjectKind: 'review', subjectId: id, before: { ground: row.hidden_ground } });
  const shown = await loadReview(tx, id);
  must(shown.hidden_ground === null, 'it is shown');
  return workReview(shown);
}
