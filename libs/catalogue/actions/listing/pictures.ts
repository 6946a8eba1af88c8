import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { isFilm } from '../../rules/picture-plan';
import { picturesOfProduct } from '../../store/picture.sql';
import type { ListingView } from '../../store/listing/views';
import { pictureView } from '../picture/keep-picture';
import type { OwnListing } from './read-listing';

/** Pictures of a product that its supplier handed in, the oldest first. */
export async function picturesOf(tx: Tx, { supplierId, productId }: OwnListing): Promise<ListingView['pictures']> {
  return (await tx.sql(picturesOfProduct, [supplierId, productId])).map(pictureView);
}

/** Nobody shows others' pictures by naming them. @throws ProblemError PICTURE_UNKNOWN, INVALID_INPUT for two films */
export async function mustBeOwnPictures(tx: Tx, own: OwnListing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const pictures = new Map((await picturesOf(tx, own)).map((picture) => [picture.id, picture]));
  const unknown = ids.filter((id) => !pictures.has(id));
  if (unknown.length > 0) throw fail('PICTURE_UNKNOWN', { extra: { pictureIds: unknown } });
  const films = ids.filter((id) => pictures.get(id)!.sources.some(({ format }) => isFilm(format)));
  if (films.length > 1)
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/fields/pictures', code: 'ONE_FILM', message: 'one film a product' }],
    });
}

/** What is published must be there to be shown. @throws ProblemError PICTURE_NOT_READY */
export async function mustBeReady(tx: Tx, own: OwnListing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const ready = new Set((await picturesOf(tx, own)).filter(({ state }) => state === 'ready').map(({ id }) => id));
  const waiting = ids.filter((id) => !ready.has(id));
  if (waiting.length > 0) throw fail('PICTURE_NOT_READY', { extra: { pictureIds: waiting } });
}
