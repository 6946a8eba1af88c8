import { statement } from '@xihuo/platform';

/** Keeps what the provider sent; a repeat answers no row. */
export const keepEvent = statement<{ id: string }>(
  'payment.keep_event',
  `insert into payment.inbox (provider, event_id, kind, provider_payment, payload) values ($1, $2, $3, $4, $5::jsonb)
   on conflict (provider, event_id) do nothing returning id`,
);

export interface InboxRow {
  id: string;
  provider: string;
  kind: string;
  payload: unknown;
}

export const openEvents = statement<InboxRow>(
  'payment.open_events',
  `select id, provider, kind, payload from payment.inbox where id = any ($1::uuid[]) and handled_at is null order by id for update`,
);

export const closeEvents = statement(
  'payment.close_events',
  `update payment.inbox set handled_at = transaction_timestamp(), outcome = item.outcome
     from unnest($1::uuid[], $2::text[]) as item (id, outcome) where inbox.id = item.id`,
);
