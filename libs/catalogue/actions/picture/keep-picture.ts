import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  auditRefusal,
  command,
  films,
  limitRate,
  newId,
  type CommandOptions,
  type Database,
  type Files,
  type Tx,
} from '@xihuo/platform';
import { actsFor } from '../../rules/listing/may-decide';
import { isFilm, picturePath } from '../../rules/picture-plan';
import {
  countPictures,
  insertPicture,
  ownsProduct,
  pictureById,
  renditionOf,
  type PictureRow,
} from '../../store/picture.sql';
import type { ListingView } from '../../store/listing/views';
import { faultOf } from './encode';
import { filmOf, insertFilm } from './keep-film';
import { ENCODE_PICTURES } from './encode-pictures';

const MOST_PICTURES = 40;
const MOST_AN_HOUR = 120;
const HOUR_SECONDS = 3_600;

interface Place {
  readonly database: Database;
  readonly files: Files;
}

export function pictureView(row: PictureRow): ListingView['pictures'][number] {
  return {
    ...{ id: row.id, state: row.state, width: row.width, height: row.height },
    uploadedAt: row.uploaded_at.toISOString(),
    sources: row.sources.map(({ format, width, sha256 }) => ({ format, width, path: picturePath(sha256, format) })),
  };
}

interface HandedIn {
  readonly supplierId: string;
  readonly productId: string;
  readonly frameId?: string | undefined;
  readonly bytes: Promise<Buffer>;
}

/**
 * Keeps a photograph as it came, for the worker to encode, or a film with the picture it begins with. What it is, its bytes say; a
 * file that is neither is refused and stays on the record.
 *
 * @throws ProblemError NOT_FOUND, PICTURE_REFUSED, TOO_MANY_PICTURES, RATE_LIMITED
 */
export async function keepPicture(
  { database, files }: Place,
  ask: CommandOptions,
  { supplierId, productId, frameId, bytes: coming }: HandedIn,
): Promise<ListingView['pictures'][number]> {
  must(ask.actor.kind === 'person', 'people hand in pictures');
  const { personId, grants } = ask.actor;
  const [seller] = await database.read(ownsProduct, [supplierId, productId]);
  if (!seller?.owned || !actsFor(supplierId, { grants })) throw fail('NOT_FOUND');
  await limitRate(database, { name: 'picture', of: personId, most: MOST_AN_HOUR, seconds: HOUR_SECONDS });
  const attempted = { action: 'picture.keep', subjectKind: 'product', subjectId: productId };
  const bytes = await coming;
  const own = { supplierId, productId };
  const film = films.isVideo(bytes) ? await filmOf({ database, files }, own, { bytes, frameId }) : await faultOf(bytes);
  if (typeof film === 'string') {
    await auditRefusal(database, ask, { ...attempted, code: 'PICTURE_REFUSED' });
    throw fail('PICTURE_REFUSED', { extra: { fault: film } });
  }
  const { view } = await command(database, ask, async (tx) => {
    tx.attempt(attempted);
    const [known] = await tx.sql(countPictures, [supplierId, productId]);
    if (known!.pictures >= MOST_PICTURES) throw fail('TOO_MANY_PICTURES', { extra: { most: MOST_PICTURES } });
    const id = newId();
    const made = { id, personId, ...own };
    const sha256 = film
      ? await insertFilm(tx, files, { ...made, film })
      : await insertPhoto(tx, files, { ...made, bytes });
    tx.audit({ ...attempted, after: { pictureId: id, supplierId, sha256 } });
    tx.wake(ENCODE_PICTURES);
    const [row] = await tx.sql(pictureById, [id]);
    return pictureView(row!);
  });
  return view;
}

async function insertPhoto(
  tx: Tx,
  files: Files,
  {
    id,
    personId,
    supplierId,
    productId,
    bytes,
  }: Record<'id' | 'personId' | 'supplierId' | 'productId', string> & { bytes: Buffer },
): Promise<string> {
  const file = await files.put(tx, { bytes, purpose: 'catalogue.original' });
  must(file, 'a picture whose head was read is of a kind we take');
  await tx.sql(insertPicture, [id, supplierId, productId, file.id, personId, tx.now]);
  return file.sha256;
}

const TYPES = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const;

/**
 * The bytes behind an address; of a film the piece that the header Range asks for.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function readPicture({ database, files }: Place, name: string, range: string | undefined) {
  const [sha256] = name.split('.');
  const [row] = await database.read(renditionOf, [sha256]);
  if (!row || !picturePath(sha256!, row.format).endsWith(name)) throw fail('NOT_FOUND');
  const piece = await files.readPiece(database, row.file_id, isFilm(row.format) ? range : undefined);
  if (!piece) throw fail('NOT_FOUND');
  return { ...piece, mediaType: TYPES[row.format], name, inline: true };
}
