/** One thing a carrier says of a parcel; `kind` is the feed's word and may be one we do not know. */
export interface CarrierEvent {
  /** The feed's own name of it: however often it is told, it is one event. */
  eventId: string;
  carrier: string;
  trackingNumber: string;
  kind: string;
  place: string | null;
  note: string | null;
  happenedAt: Date;
}

export interface CarrierPage {
  events: readonly CarrierEvent[];
  /** Where to go on; the same again where there is nothing new. */
  place: string;
}

/**
 * The port to carriers: whoever gathers their messages (an aggregator, or a carrier itself) is asked for what came after a place. It
 * may tell things twice, late and out of order.
 */
export interface CarrierFeed {
  /** As it is written on the rows. */
  readonly name: string;
  /** @param place null for the beginning @throws where the feed does not answer, or answers something else than events */
  eventsAfter(place: string | null): Promise<CarrierPage>;
}

export const CARRIER_FEED = Symbol('CarrierFeed');
