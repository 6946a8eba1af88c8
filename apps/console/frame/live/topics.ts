import type { Output, RouteKey } from '@xihuo/ui';

export type LiveEvent = Output<'GET /me/events'>;
export type Topic = LiveEvent['topic'];

/** What a topic makes old; a topic without its reads does not compile. */
export const READS: Readonly<Record<Exclude<Topic, 'all'>, readonly RouteKey[]>> = {
  notice: ['GET /me/notices', 'GET /me/today'],
  run: ['GET /settlement/runs', 'GET /settlement/runs/{id}', 'GET /me/today'],
  check: ['GET /ledger/checks'],
  import: ['GET /imports', 'GET /imports/{id}'],
  payoutRun: ['GET /settlement/payout-runs', 'GET /settlement/payout-runs/{id}', 'GET /me/today'],
  queue: ['GET /admission/queue', 'GET /me/today'],
};

/** The reads that these events make old, each once; `all` makes every one of them so. */
export function staleReads(topics: Iterable<Topic>): RouteKey[] {
  const heard = new Set(topics);
  const every = heard.has('all');
  return [
    ...new Set(Object.entries(READS).flatMap(([topic, reads]) => (every || heard.has(topic as never) ? reads : []))),
  ];
}
