import { statement } from '../database/statement';

export const insertNotice = statement(
  'platform.insert_notice',
  `insert into platform.notice (person_id, key, title_zh, title_en, body_zh, body_en, created_at, about)
   select $1, $2, $3, $4, $5, $6, $7, $8 on conflict (person_id, key) do nothing`,
);

export const insertNotices = statement(
  'platform.insert_notices',
  `insert into platform.notice (person_id, key, title_zh, title_en, body_zh, body_en, created_at, about)
   select person_id, $2, $3, $4, $5, $6, $7, $8 from unnest($1::uuid[]) as person_id on conflict (person_id, key) do nothing`,
);

export const insertEachNotice = statement(
  'platform.insert_each_notice',
  `insert into platform.notice (person_id, key, title_zh, title_en, body_zh, body_en, about, created_at)
   select said.*, $8 from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) as said
   on conflict (person_id, key) do nothing`,
);

export const insertMessages = statement(
  'platform.insert_messages',
  `insert into platform.outgoing_message (id, key, channel, recipient_sealed, content_sealed, created_at)
   select id, key, $3, recipient, content, $6
     from unnest($1::uuid[], $2::text[], $4::bytea[], $5::bytea[]) as message (id, key, recipient, content)
   on conflict (key) do nothing`,
);

export interface NoticeRow {
  id: string;
  title: string;
  body: string;
  created_at: Date;
  read_at: Date | null;
  about: string | null;
}

export const listNotices = statement<NoticeRow>(
  'platform.list_notices',
  `select id, case when $4 then title_zh else title_en end as title, case when $4 then body_zh else body_en end as body,
          created_at, read_at, about
     from platform.notice where person_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
);

export const countUnread = statement<{ unread: number }>(
  'platform.count_unread_notices',
  'select count(*)::integer as unread from platform.notice where person_id = $1 and read_at is null',
);

/** Read up to the notice $2, which need not be one's own: it only says when. Answers how many are unread after it. */
export const readNotices = statement<{ unread: number }>(
  'platform.read_notices',
  `with seen as (
     update platform.notice set read_at = $3 where person_id = $1 and id <= $2 and read_at is null returning id
   )
   select count(*)::integer as unread from platform.notice
    where person_id = $1 and read_at is null and id not in (select id from seen)`,
);

export const noticesOfPerson = statement<{ at: Date; title: string; body: string }>(
  'platform.notices_of_person',
  'select created_at as at, title_zh as title, body_zh as body from platform.notice where person_id = $1 order by id',
);

export const forgetNotices = statement(
  'platform.forget_notices',
  'delete from platform.notice where person_id = any ($1::uuid[])',
);

export interface MessageRow {
  id: string;
  channel: 'mail' | 'sms';
  recipient_sealed: Buffer;
  content_sealed: Buffer;
}

/** Takes what is due, oldest first, and puts its next attempt off: longer each time, at most a quarter of an hour. */
export const takeMessages = statement<MessageRow>(
  'platform.take_messages',
  `update platform.outgoing_message
      set attempts = attempts + 1, next_attempt_at = clock_timestamp() + least(power(2, attempts) * interval '5 s', interval '15 min')
    where id = any(array(select id from platform.outgoing_message
                  where state = 'waiting' and next_attempt_at <= clock_timestamp()
                  order by next_attempt_at limit $1 for update skip locked))
   returning id, channel, recipient_sealed, content_sealed`,
);

export const markSent = statement(
  'platform.mark_messages_sent',
  "update platform.outgoing_message set state = 'sent', sent_at = clock_timestamp() where id = any ($1::uuid[])",
);

export const countWaiting = statement<{ waiting: number }>(
  'platform.count_waiting_messages',
  "select count(*)::integer as waiting from platform.outgoing_message where state = 'waiting'",
);
