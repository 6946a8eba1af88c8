import { command, defineJob, NOTICES, type Kit, type Notices } from '@xihuo/platform';
import { tellOfFavourites } from '../actions/favourite/tell-of-favourites';

const by = { actor: { kind: 'system', name: 'catalogue' }, requestId: 'catalogue.tellOfFavourites' } as const;

/** Every ten minutes: what is more than a round's worth waits for the next. */
export const tellOfFavouritesJob = defineJob({
  name: 'catalogue.tellOfFavourites',
  every: 600_000,
  run: ({ database, get }: Kit) =>
    command(database, { name: 'catalogue.tellOfFavourites', ...by }, (tx) =>
      tellOfFavourites(tx, get<Notices>(NOTICES)),
    ),
});
