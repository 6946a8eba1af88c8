import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import {
  auditRefusal,
  command,
  limitRate,
  newId,
  type CommandOptions,
  type Database,
  type Files,
} from '@xihuo/platform';
import { actsFor } from '../../rules/listing/may-decide';
import { picturePath } from '../../rules/picture-plan';
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

/**
 * Keeps a photograph as it came, for the worker to encode. What it is, its bytes say; a file that is none is refused and stays on
 * the record.
 *
 * @throws ProblemError NOT_FOUND, PICTURE_REFUSED, TOO_MANY_PICTURES, RATE_LIMITED
 */
export async function keepPicture(
  { database, files }: Place,
  ask: CommandOptions,
  { supplierId, productId, bytes: coming }: { supplierId: string; productId: string; bytes: Promise<Buffer> },
): Promise<ListingView['pictures'][number]> {
  must(ask.actor.kind === 'person', 'people hand in pictures');
  const { personId, grants } = ask.actor;
  const [own] = await database.read(ownsProduct, [supplierId, productId]);
  if (!own?.owned || !actsFor(supplierId, { grants })) throw fail('NOT_FOUND');
  await limitRate(database, { name: 'picture', of: personId, most: MOST_AN_HOUR, seconds: HOUR_SECONDS });
  const attempted = { action: 'picture.keep', subjectKind: 'product', subjectId: productId };
  const bytes = await coming;
  const fault = await faultOf(bytes);
  if (fault !== null) {
    await auditRefusal(database, ask, { ...attempted, code: 'PICTURE_REFUSED' });
    throw fail('PICTURE_REFUSED', { extra: { fault } });
  }
  const { view } = await command(database, ask, async (tx) => {
    tx.attempt(attempted);
    const [known] = await tx.sql(countPictures, [supplierId, productId]);
    if (known!.pictures >= MOST_PICTURES) throw fail('TOO_MANY_PICTURES', { extra: { most: MOST_PICTURES } });
    const file = await files.put(tx, { bytes, purpose: 'catalogue.original' });
    must(file, 'a picture whose head was read is of a kind we take');
    const id = newId();
    await tx.sql(insertPicture, [id, supplierId, productId, file.id, personId, tx.now]);
    tx.audit({ ...attempted, after: { pictureId: id, supplierId, sha256: file.sha256 } });
    tx.wake(ENCODE_PICTURES);
    const [row] = await tx.sql(pictureById, [id]);
    return pictureView(row!);
  });
  return view;
}

const TYPES = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' } as const;

/** The bytes behind an address. @throws ProblemError NOT_FOUND */
export async function readPicture(
  { database, files }: Place,
  name: string,
): Promise<{ bytes: Buffer; mediaType: string; name: string; inline: true }> {
  const [sha256] = name.split('.');
  const [row] = await database.read(renditionOf, [sha256]);
  const file = row && picturePath(sha256!, row.format).endsWith(name) ? await files.read(database, row.file_id) : null;
  if (!row || !file) throw fail('NOT_FOUND');
  return { bytes: file.bytes, mediaType: TYPES[row.format], name, inline: true };
}
