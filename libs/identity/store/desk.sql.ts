import type { ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export type DeskList = ResponseOf<'GET /me/lists'>['data'][number];

export const deskListsOf = statement<DeskList>(
  'identity.desk_lists_of',
  'select list, look, views, version from identity.desk_list where person_id = $1 order by list',
);

export const deskListOf = statement<{ version: number }>(
  'identity.desk_list_of',
  'select version from identity.desk_list where person_id = $1 and list = $2',
);

/** Bytes of what is kept as the database counts them: as it writes it, with a space after each sign. */
export const sizeOfViews = statement<{ bytes: number }>(
  'identity.size_of_desk_views',
  'select octet_length($1::jsonb::text) as bytes',
);

/** $1 person, $2 list, $3 look, $4 views, $5 version, $6 now, $7 most. What was changed longest ago makes room. */
export const keepDeskList = statement(
  'identity.keep_desk_list',
  `with room as (
     delete from identity.desk_list
      where person_id = $1 and list in (
        select list from identity.desk_list where person_id = $1 and list <> $2 order by changed_at desc, list offset $7::integer - 1))
   insert into identity.desk_list (person_id, list, look, views, version, changed_at) values ($1, $2, $3, $4, $5, $6)
   on conflict (person_id, list) do update
     set look = excluded.look, views = excluded.views, version = excluded.version, changed_at = excluded.changed_at`,
);
