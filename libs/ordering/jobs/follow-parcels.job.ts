import {
  CONFIG,
  defineConsumer,
  defineJob,
  NOTICES,
  VAULT,
  type Config,
  type Notices,
  type Vault,
} from '@xihuo/platform';
import { followParcels } from '../actions/follow-parcels';
import { parcelStrayed } from '../actions/parcel-strayed';
import { CARRIER_FEED, type CarrierFeed } from '../carrier/carrier-feed';
import { httpFeed } from '../carrier/http-feed';

/** Absent where no feed is named: then parcels have the word of those who send and receive them, and no other. */
export const carrierFeedProvider = {
  provide: CARRIER_FEED,
  useFactory: ({ CARRIER_FEED_URL: base }: Config): CarrierFeed | null => (base === undefined ? null : httpFeed(base)),
  inject: [CONFIG],
};

export const followParcelsJob = defineJob({
  name: 'ordering.followParcels',
  every: 20_000,
  async run(kit) {
    const feed = kit.get<CarrierFeed | null>(CARRIER_FEED);
    if (feed) await followParcels(kit.database, feed);
  },
});

export const onParcelStrayed = defineConsumer({
  consumer: 'ordering.onParcelStrayed',
  event: 'parcelStrayed',
  async handle(tx, events, kit) {
    const tools = { vault: kit.get<Vault>(VAULT), notices: kit.get<Notices>(NOTICES) };
    for (const { id, payload } of events) await parcelStrayed(tx, tools, payload, id);
  },
});
