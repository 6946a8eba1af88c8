import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  command,
  films,
  limitRate,
  takePaper,
  type CommandOptions,
  type Database,
  type DownloadedFile,
  type Files,
} from '@xihuo/platform';
import { countPhotos, insertPhoto, photoOfOrder, photoOfSuppliers } from '../store/after-sale-photo.sql';
import { loadOrder, type OrderAccess } from './view-order';

const LIMITS = { mostBytes: 12 * 1024 * 1024, mostPages: 1, mostPixels: 40_000_000 };
/** Of one order: nine a claim, and some that were taken out again. */
const MOST_PHOTOS = 60;
/** Of these: three claims with one each, and some that were taken out again. */
const MOST_VIDEOS = 6;
/** Drawing a picture anew costs more than any other request of a buyer. */
const MOST_AN_HOUR = 60;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

/** Keeps a photo or a film for a claim. @throws ProblemError NOT_FOUND, DOCUMENT_REFUSED, TOO_MANY_DOCUMENTS, RATE_LIMITED */
export async function keepPhoto(
  { database, files }: Place,
  ask: CommandOptions,
  { orderId, access, bytes }: { orderId: string; access: OrderAccess; bytes: Promise<Buffer> },
): Promise<{ photoId: string }> {
  await loadOrder(database, orderId, access, 'receive');
  return storePhoto({ database, files }, ask, { orderId, bytes });
}

/** Keeps a photo for a claim about an order that whoever sends it may claim of. */
export async function storePhoto(
  { database, files }: Place,
  ask: CommandOptions,
  { orderId, bytes }: { orderId: string; bytes: Promise<Buffer> },
): Promise<{ photoId: string }> {
  await limitRate(database, { name: 'afterSalePhoto', of: orderId, most: MOST_AN_HOUR, seconds: 3_600 });
  const attempted = { action: 'afterSale.keepPhoto', subjectKind: 'order', subjectId: orderId };
  const sent = await bytes;
  const at = { database, ask };
  const paper = films.isVideo(sent)
    ? await films.takeVideo(at, attempted, sent)
    : await takePaper(at, attempted, { bytes: sent, limits: LIMITS });
  const { view } = await command(database, ask, async (tx) => {
    const [known] = await tx.sql(countPhotos, [orderId]);
    if (known!.photos >= MOST_PHOTOS) throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_PHOTOS } });
    if (films.isVideo(sent) && known!.videos >= MOST_VIDEOS)
      throw fail('TOO_MANY_DOCUMENTS', { extra: { most: MOST_VIDEOS } });
    const file = await files.put(tx, { bytes: paper.bytes, purpose: 'ordering.afterSale' });
    must(file, 'what was made clean is of a kind we take');
    await tx.sql(insertPhoto, [file.id, orderId, file.sha256, file.mediaType, tx.now]);
    tx.audit({ ...attempted, after: { fileId: file.id, sha256: file.sha256 } });
    return file.id;
  });
  return { photoId: view };
}

export async function readPhotoAsBuyer(
  { database, files }: Place,
  { orderId, photoId, access }: { orderId: string; photoId: string; access: OrderAccess },
): Promise<DownloadedFile> {
  await loadOrder(database, orderId, access);
  const [photo] = await database.read(photoOfOrder, [photoId, orderId]);
  return open({ database, files }, photo?.file_id);
}

export async function readPhotoAsSupplier(
  { database, files }: Place,
  { caseId, photoId, supplierIds }: { caseId: string; photoId: string; supplierIds: readonly string[] },
): Promise<DownloadedFile> {
  const [photo] = await database.read(photoOfSuppliers, [photoId, caseId, supplierIds]);
  return open({ database, files }, photo?.file_id);
}

async function open({ database, files }: Place, fileId: string | undefined): Promise<DownloadedFile> {
  const file = fileId === undefined ? null : await files.read(database, fileId);
  if (!file) throw fail('NOT_FOUND');
  return { bytes: file.bytes, mediaType: file.mediaType, name: `photo-${file.id.slice(-6)}`, inline: true };
}
