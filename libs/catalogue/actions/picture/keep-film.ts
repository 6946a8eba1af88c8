import { films, type Database, type Files, type Tx } from '@xihuo/platform';
import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import sharp from 'sharp';
import type { PictureFault } from '../../rules/picture-plan';
import { countPictures, frameOf, insertPicture, insertRenditions } from '../../store/picture.sql';

/** Shown is one; the others were tried before it. */
const MOST_FILMS = 6;

interface Own {
  readonly supplierId: string;
  readonly productId: string;
}

/** A film that may be kept, and the picture it begins with. */
export interface Film {
  readonly bytes: Buffer;
  readonly format: 'mp4' | 'webm';
  readonly frame: { readonly fileId: string; readonly width: number };
}

/** Why a film cannot be shown, or the film with its first picture, which was handed in before it. */
export async function filmOf(
  { database, files }: { database: Database; files: Files },
  { supplierId, productId }: Own,
  { bytes, frameId }: { bytes: Buffer; frameId: string | undefined },
): Promise<Film | PictureFault> {
  const film = films.cleanVideo(bytes);
  if (typeof film === 'string') return film;
  const [frame] = frameId ? await database.read(frameOf, [frameId, supplierId, productId]) : [];
  if (!frame) return 'noFirstFrame';
  const picture = await files.read(database, frame.file_id);
  must(picture, 'what was handed in is kept');
  const { width } = await sharp(picture.bytes).metadata();
  const format = film.mediaType === 'video/mp4' ? 'mp4' : 'webm';
  return { bytes: film.bytes, format, frame: { fileId: frame.file_id, width } };
}

/**
 * A picture of its own, drawn from what the film begins with: the one handed in before may be shown already, and nothing that
 * somebody confirmed changes.
 *
 * @returns the hash of what is kept
 * @throws ProblemError TOO_MANY_PICTURES
 */
export async function insertFilm(
  tx: Tx,
  files: Files,
  { id, personId, supplierId, productId, film }: Own & { id: string; personId: string; film: Film },
): Promise<string> {
  const [known] = await tx.sql(countPictures, [supplierId, productId]);
  if (known!.films >= MOST_FILMS) throw fail('TOO_MANY_PICTURES', { extra: { most: MOST_FILMS } });
  const { bytes, format, frame } = film;
  const file = await files.put(tx, { bytes, purpose: 'catalogue.film' });
  must(file, 'a film that was read is of a kind we take');
  await tx.sql(insertPicture, [id, supplierId, productId, frame.fileId, personId, tx.now]);
  const row = { format, width: frame.width, sha256: file.sha256, file_id: file.id, size_bytes: bytes.length };
  await tx.sql(insertRenditions, [id, JSON.stringify([row])]);
  return file.sha256;
}
