import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { lines } from '@xihuo/ordering';
import {
  command,
  limitRate,
  takePaper,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Files,
  type Tx,
} from '@xihuo/platform';
import sharp from 'sharp';
import { countReviewPhotos, insertReviewPhoto, photoOfReview, showPhotos } from '../store/review-photo.sql';
import { isReceived } from '../rules/rating';
import { receivedLines, reviewsOfOrder } from '../store/feedback.sql';
import type { Entrance } from './case-door';

const LIMITS = { mostBytes: 12 * 1024 * 1024, mostPages: 1, mostPixels: 40_000_000 };
/** Of one order: nine a review, and some that were taken out again. */
const MOST_PHOTOS = 60;
/** Drawing a picture anew costs more than any other request of a buyer. */
const MOST_AN_HOUR = 60;
/** Long side in pixels: the whole of a telephone's screen, and a list's little square at twice its density. */
const LARGE = 1600;
const SMALL = 240;
const QUALITY = 78;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

/**
 * Keeps a photo for a review, drawn anew and no larger than a screen: without place, time and camera, since everybody will see it.
 *
 * @throws ProblemError NOT_FOUND, REVIEW_NOT_RECEIVED, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED
 */
export async function keepReviewPhoto(
  { database, files }: Place,
  ask: CommandOptions,
  { orderId, ...access }: Extract<Entrance, { side: 'buyer' }>,
  bytes: Promise<Buffer>,
): Promise<{ photoId: string }> {
  await lines.orderFor(database, orderId, access, 'receive');
  await mustBeReviewable(database, orderId);
  await limitRate(database, { name: 'reviewPhoto', of: orderId, most: MOST_AN_HOUR, seconds: 3_600 });
  const attempted = { action: 'review.keepPhoto', subjectKind: 'order', subjectId: orderId };
  const paper = await takePaper({ database, ask }, attempted, { bytes: await bytes, limits: LIMITS });
  if (paper.mediaType === 'application/pdf') throw fail('DOCUMENT_REFUSED', { extra: { fault: 'kind' } });
  const upright = sharp(paper.bytes).flatten({ background: '#fff' });
  const [large, small] = await Promise.all(
    [
      upright.clone().resize({ width: LARGE, height: LARGE, fit: 'inside', withoutEnlargement: true }),
      upright.clone().resize({ width: SMALL, height: SMALL, fit: 'cover' }),
    ].map((drawn) => drawn.jpeg({ quality: QUALITY }).toBuffer()),
  );
  const { view } = await command(database, ask, async (tx) => {
    const [known] = await tx.sql(countReviewPhotos, [orderId]);
    if (known!.photos >= MOST_PHOTOS) throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_PHOTOS } });
    const file = await files.put(tx, { bytes: large!, purpose: 'dispute.review' });
    const beside = await files.put(tx, { bytes: small!, purpose: 'dispute.review' });
    must(file && beside, 'what was drawn anew is of a kind we take');
    await tx.sql(insertReviewPhoto, [file.id, beside.id, orderId, tx.now]);
    tx.audit({ ...attempted, after: { fileId: file.id, sha256: file.sha256 } });
    return file.id;
  });
  return { photoId: view };
}

/** Nobody keeps photos with us beside something that they cannot review. @throws ProblemError REVIEW_NOT_RECEIVED */
async function mustBeReviewable(database: Database, orderId: string): Promise<void> {
  const [bought, said] = await Promise.all([
    database.read(receivedLines, [orderId]),
    database.read(reviewsOfOrder, [orderId]),
  ]);
  const reviewed = new Set(said.map((row) => row.line_id));
  if (!bought.some(({ id, state }) => isReceived(state) && !reviewed.has(id))) throw fail('REVIEW_NOT_RECEIVED');
}

/** Puts kept photos beside a review that was just written. @throws ProblemError REVIEW_PHOTOS */
export async function putBeside(tx: Tx, review: { id: string; orderId: string }, photoIds: readonly string[]) {
  if (photoIds.length === 0) return;
  const shown = await tx.sql(showPhotos, [review.id, review.orderId, photoIds]);
  if (shown.length !== photoIds.length) throw fail('REVIEW_PHOTOS');
}

/**
 * A photo of a review, for everybody; of a hidden one for those who moderate and for the supplier alone.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function readReviewPhoto(
  { database, files }: Place,
  { id, photoId }: InputOf<'GET /reviews/{id}/photos/{photoId}'>['params'],
  { size, seesHidden }: { size: 'large' | 'small'; seesHidden: (supplierId: string) => boolean },
): Promise<DownloadedFile & { hidden: boolean }> {
  const [photo] = await database.read(photoOfReview, [id, photoId]);
  if (!photo || (photo.hidden && !seesHidden(photo.supplier_id))) throw fail('NOT_FOUND');
  const file = await files.read(database, size === 'small' ? photo.small_id : photo.file_id);
  must(file, 'what a review shows is kept');
  const { hidden } = photo;
  return { bytes: file.bytes, mediaType: file.mediaType, name: `photo-${photoId.slice(-6)}.jpg`, inline: true, hidden };
}
