import { defineJob, FILES, type Files } from '@xihuo/platform';
import { sweepReviewPhotos } from '../store/review-photo.sql';

const by = { actor: { kind: 'system', name: 'dispute.photos' }, requestId: 'dispute.photos' } as const;

/** Photos that were handed in for a review nobody wrote. */
export const sweepPhotosJob = defineJob({
  name: 'dispute.sweepPhotos',
  every: 3_600_000,
  async run({ database, get, log }) {
    const files = await get<Files>(FILES).sweep(database, { name: 'dispute.sweepPhotos', ...by }, sweepReviewPhotos);
    if (files > 0) log.info({ files }, 'photos that no review shows are gone');
  },
});
