import { defineJob, FILES, type Files } from '@xihuo/platform';
import { sweepClaimPhotos } from '../store/after-sale-photo.sql';

const by = { actor: { kind: 'system', name: 'ordering.photos' }, requestId: 'ordering.photos' } as const;

/** Photos and films that were handed in for a claim nobody made. */
export const sweepPhotosJob = defineJob({
  name: 'ordering.sweepPhotos',
  every: 3_600_000,
  async run({ database, get, log }) {
    const files = await get<Files>(FILES).sweep(database, { name: 'ordering.sweepPhotos', ...by }, sweepClaimPhotos);
    if (files > 0) log.info({ files }, 'photos and films that no claim names are gone');
  },
});
