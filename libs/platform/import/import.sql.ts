import type { machines } from '@xihuo/contract';
import { statement } from '../database/statement';
import type { RowFault } from './definition';

export interface ImportRecord {
  id: string;
  kind: string;
  scope_id: string;
  state: machines.ImportState;
  file_name: string;
  headings: Record<string, string>;
  ignored: string[];
  stop_code: string | null;
  failures: number;
  created_by: string;
  created_at: Date;
  confirmed_at: Date | null;
  ended_at: Date | null;
  request_id: string;
  row_version: number;
  /** Of its rows, by what became of them. */
  ready: number;
  known: number;
  faulty: number;
  written: number;
}

const COLUMNS = `id, kind, scope_id, state, file_name, headings, ignored, stop_code, failures, created_by, created_at, confirmed_at,
  ended_at, request_id, row_version, ready, known, faulty, written`;

/** A no-op on conflict, so that the row that is there already is locked and answered. */
export const openImport = statement<ImportRecord>(
  'platform.open_import',
  `insert into platform.import (id, kind, scope_id, file_name, sha256, headings, ignored, created_by, created_at, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (created_by, kind, scope_id, sha256) where state in ('reading', 'previewed', 'writing', 'stopped')
   do update set request_id = import.request_id
   returning ${COLUMNS}`,
);

export const findImport = statement<ImportRecord>(
  'platform.find_import',
  `select ${COLUMNS} from platform.import where id = $1 and created_by = $2`,
);

export const lockImport = statement<ImportRecord>(
  'platform.lock_import',
  `select ${COLUMNS} from platform.import where id = $1 for update`,
);

export const listImports = statement<ImportRecord>(
  'platform.list_imports',
  `select ${COLUMNS} from platform.import
    where created_by = $1 and kind = $2 and scope_id = $3 order by id desc limit 20`,
);

export const nextWriting = statement<{ id: string; created_by: string; request_id: string }>(
  'platform.next_writing_import',
  `select id, created_by, request_id from platform.import
    where state = 'writing' and not id = any ($1::uuid[]) order by confirmed_at limit 1`,
);

export const moveImport = statement<ImportRecord>(
  'platform.move_import',
  `update platform.import
      set state = $2, stop_code = $3, row_version = row_version + 1, failures = 0,
          confirmed_at = case when $2 = 'writing' then $4 else confirmed_at end,
          ended_at = case when $2 in ('done', 'discarded') then $4 end,
          request_id = $5
    where id = $1 returning ${COLUMNS}`,
);

export const countFailure = statement<{ failures: number }>(
  'platform.count_import_failure',
  `update platform.import set failures = failures + 1 where id = $1 and state = 'writing' returning failures`,
);

/** Rows that are staged already stay as they are and are counted once: a reading that broke off goes on. */
export const stageRows = statement(
  'platform.stage_import_rows',
  `with staged as (
     insert into platform.import_row (import_id, number, state, shown, faults, content, content_sealed)
     select $1, number, state, shown, faults, content, sealed
       from unnest($2::int[], $3::text[], $4::jsonb[], $5::jsonb[], $6::text[], $7::bytea[])
              as row (number, state, shown, faults, content, sealed)
     on conflict do nothing
     returning state
   )
   update platform.import
      set ready = ready + counted.new_ready, known = known + counted.new_known, faulty = faulty + counted.new_faulty
     from (select count(*) filter (where state = 'ready') as new_ready, count(*) filter (where state = 'known') as new_known,
                  count(*) filter (where state = 'faulty') as new_faulty from staged) counted
    where id = $1`,
);

export const lastStaged = statement<{ number: number }>(
  'platform.last_staged_import_row',
  'select coalesce(max(number), 0) as number from platform.import_row where import_id = $1',
);

export interface RowRecord {
  number: number;
  state: 'ready' | 'known' | 'faulty' | 'written';
  shown: Record<string, string>;
  faults: RowFault[];
}

export const listRows = statement<RowRecord>(
  'platform.list_import_rows',
  `select number, state, shown, faults from platform.import_row
    where import_id = $1 and ($2::text is null or state = $2) and number > $3 order by number limit $4`,
);

export interface ReadyRecord {
  number: number;
  shown: Readonly<Record<string, string>>;
  /** One of the two, by the kind. */
  content: string | null;
  content_sealed: Buffer | null;
}

export const readyRows = statement<ReadyRecord>(
  'platform.ready_import_rows',
  `select number, shown, content, content_sealed from platform.import_row
    where import_id = $1 and state = 'ready' order by number limit $2`,
);

/** Rows that waited and do not any more, with what became of them; their content is forgotten. */
export const settleRows = statement(
  'platform.settle_import_rows',
  `with settled as (
     update platform.import_row set state = given.state, faults = given.faults, content = null, content_sealed = null
       from unnest($2::int[], $3::text[], $4::jsonb[]) as given (number, state, faults)
      where import_id = $1 and import_row.number = given.number and import_row.state = 'ready'
     returning given.state
   )
   update platform.import
      set ready = ready - counted.together, known = known + counted.new_known, faulty = faulty + counted.new_faulty,
          written = written + counted.new_written
     from (select count(*) as together, count(*) filter (where state = 'known') as new_known,
                  count(*) filter (where state = 'faulty') as new_faulty,
                  count(*) filter (where state = 'written') as new_written from settled) counted
    where id = $1`,
);

export const forgetRows = statement(
  'platform.forget_import_rows',
  `with forgotten as (delete from platform.import_row where import_id = $1)
   update platform.import set ready = 0, known = 0, faulty = 0, written = 0 where id = $1`,
);

/** What nobody confirmed in time is given up, and what is over keeps its rows only as long as somebody may look at its faults. */
export const giveUpImports = statement(
  'platform.give_up_imports',
  `update platform.import
      set state = 'discarded', stop_code = null, ended_at = platform.business_now(), row_version = row_version + 1,
          ready = 0, known = 0, faulty = 0
    where state in ('reading', 'previewed', 'stopped') and created_at < platform.business_now() - make_interval(days => $1)`,
);

export const forgetEnded = statement(
  'platform.forget_ended_import_rows',
  `delete from platform.import_row using platform.import
    where import.id = import_id and (import.state = 'discarded' or import.ended_at < platform.business_now() - make_interval(days => $1))`,
);
