import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import type { ListingView } from '../../store/listing/views';
import type { OwnListing } from './read-listing';

/** Pictures of a product that its supplier handed in. */
export function picturesOf(_tx: Tx, _own: OwnListing): Promise<ListingView['pictures']> {
  return Promise.resolve([]);
}

/** Nobody shows others' pictures by naming them. @throws ProblemError PICTURE_UNKNOWN */
export function mustBeOwnPictures(_tx: Tx, _own: OwnListing, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) throw fail('PICTURE_UNKNOWN', { extra: { pictureIds: ids } });
  return Promise.resolve();
}

/** What is published must be there to be shown. @throws ProblemError PICTURE_NOT_READY */
export function mustBeReady(tx: Tx, own: OwnListing, ids: readonly string[]): Promise<void> {
  return mustBeOwnPictures(tx, own, ids);
}
