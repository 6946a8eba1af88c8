import { z } from 'zod';
import type { CarrierFeed, CarrierPage } from './carrier-feed';

const answer = z.object({
  data: z
    .array(
      z.object({
        id: z.string().min(1).max(100),
        carrier: z.string().min(1).max(40),
        trackingNumber: z.string().min(1).max(40),
        kind: z.string().min(1).max(40),
        place: z.string().max(100).nullable(),
        note: z.string().max(300).nullable(),
        at: z.iso.datetime(),
      }),
    )
    .max(1_000),
  place: z.string().max(100),
});

const TIMEOUT_MS = 10_000;

/** A feed that is read over HTTP: `GET /carrier/v1/events?after=…`, the oldest first. The sandbox speaks it. */
export function httpFeed(base: string): CarrierFeed {
  return {
    name: new URL(base).host,
    async eventsAfter(place): Promise<CarrierPage> {
      const url = new URL('/carrier/v1/events', base);
      if (place !== null) url.searchParams.set('after', place);
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new Error(`the carriers' feed answered ${response.status}`);
      const page = answer.parse(await response.json());
      return {
        place: page.place,
        events: page.data.map(({ id, at, ...event }) => ({ ...event, eventId: id, happenedAt: new Date(at) })),
      };
    },
  };
}
