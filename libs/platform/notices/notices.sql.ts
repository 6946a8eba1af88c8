import { statement } from '../database/statement';

export const insertNotice = statement(
  'platform.insert_notice',
  `insert into platform.notice (person_id, key, title_zh, title_en, body_zh, body_en, created_at)
   select $1, $2, $3, $4, $5, $6, $7 on conflict (person_id, key) do nothing`,
);

export const insertNotices = statement(
  'platform.insert_notices',
  `insert into platform.notice (person_id, key, title_zh, title_en, body_zh, body_en, created_at)
   select person_id, $2, $3, $4, $5, $6, $7 from unnest($1::uuid[]) as person_id on conflict (person_id, key) do nothing`,
);

export const insertMessage = statement(
  'platform.insert_message',
  `insert into platform.outgoing_message (id, key, channel, recipient_sealed, content_sealed, created_at)
   values ($1, $2, $3, $4, $5, $6) on conflict (key) do nothing`,
);

export interface NoticeRow {
  id: string;
  title: string;
  body: string;
  created_at: Date;
  read_at: Date | null;
}

export const listNotices = statement<NoticeRow>(
  'platform.list_notices',
  `select id, case when $4 then title_zh else title_en end as title, case when $4 then body_zh else body_en end as body,
          created_at, read_at
     from platform.notice where person_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
);

/** On a demonstration nothing leaves the house: what waits is caught. */
export const catchMessages = statement<{ caught: number }>(
  'platform.catch_messages',
  `with caught as (
     update platform.outgoing_message set state = 'caught', sent_at = clock_timestamp() where state = 'waiting' returning 1)
   select count(*)::integer as caught from caught`,
);

export const countWaiting = statement<{ waiting: number }>(
  'platform.count_waiting_messages',
  "select count(*)::integer as waiting from platform.outgoing_message where state = 'waiting'",
);

export interface MessageRow {
  id: string;
  channel: 'mail' | 'sms';
  recipient_sealed: Buffer;
  content_sealed: Buffer;
  created_at: Date;
}

export const newestMessages = statement<MessageRow>(
  'platform.newest_messages',
  `select id, channel, recipient_sealed, content_sealed, created_at from platform.outgoing_message
    where state in ('caught', 'waiting') order by id desc limit $1`,
);
