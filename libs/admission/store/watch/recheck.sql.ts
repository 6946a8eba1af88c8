import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface RecheckRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  kind: 'identity' | 'annual';
  state: machines.RecheckState;
  opened_on: string;
  due_on: string;
  answers: { item: string; unchanged: boolean; note: string }[] | null;
  answered_by: string | null;
  answered_at: Date | null;
  decided_at: Date | null;
  reason: string | null;
  row_version: number;
}

const RECHECK = `select recheck.id, recheck.supplier_id, supplier.name_zh as supplier_name, recheck.county_code,
          county.name as county_name, county.province_name, recheck.kind, recheck.state, recheck.opened_on, recheck.due_on,
          recheck.answers, recheck.answered_by, recheck.answered_at, recheck.decided_at, recheck.reason, recheck.row_version
     from admission.recheck recheck
     join registry.organisation_v supplier on supplier.id = recheck.supplier_id
     join registry.region_v county on county.code = recheck.county_code`;

export const lockRecheck = statement<RecheckRow>(
  'admission.lock_recheck',
  `${RECHECK} where recheck.id = $1 for update of recheck`,
);

/** $2 patterns of county codes or null, $3 own suppliers or null. */
export const recheckById = statement<RecheckRow>(
  'admission.recheck_by_id',
  `${RECHECK} where recheck.id = $1 and (recheck.county_code like any($2::text[]) or recheck.supplier_id = any($3::uuid[]))`,
);

/** $1 patterns, $2 own suppliers, $3 state, $4 kind, $5 last id, $6 rows, $7 only what its supplier has to answer. */
export const recheckPage = statement<RecheckRow>(
  'admission.recheck_page',
  `${RECHECK} where (recheck.county_code like any($1::text[]) or recheck.supplier_id = any($2::uuid[]))
      and ($3::text is null or recheck.state = $3) and ($4::text is null or recheck.kind = $4)
      and ($5::uuid is null or recheck.id > $5) and (not $7::boolean or recheck.state in ('open', 'missed'))
    order by recheck.id limit $6`,
);

/**
 * Opens what is to be answered so early that it is done in time. One that failed is people's case, not asked anew the next day.
 * $1 today, $2 days to answer, $3 months between looks at identity, $4 months between yearly ones.
 */
export const openRechecks = statement<{ id: string; supplier_id: string; kind: 'identity' | 'annual'; due_on: string }>(
  'admission.open_rechecks',
  `insert into admission.recheck (supplier_id, county_code, kind, opened_on, due_on)
   select watch.supplier_id, watch.county_code, due.kind, $1::date, $1::date + $2::integer
     from admission.watch watch
    cross join lateral (values ('identity', watch.identity_checked_on, $3::integer), ('annual', watch.annual_checked_on, $4::integer))
      as due (kind, checked_on, months)
    where due.checked_on + make_interval(months => due.months) <= $1::date + $2::integer
      and not exists (select from admission.measure measure
                       where measure.supplier_id = watch.supplier_id and measure.kind = 'exit' and measure.ended_at is null)
      and not exists (select from admission.recheck failed
                       where failed.supplier_id = watch.supplier_id and failed.kind = due.kind and failed.state = 'failed'
                         and failed.opened_on + make_interval(months => due.months) > $1::date)
   on conflict (supplier_id, kind) where state in ('open', 'answered', 'missed') do nothing
   returning id, supplier_id, kind, due_on`,
);

export const missRechecks = statement<{ id: string; supplier_id: string; kind: string; due_on: string }>(
  'admission.miss_rechecks',
  `update admission.recheck set state = 'missed', row_version = row_version + 1
    where state = 'open' and due_on < $1::date returning id, supplier_id, kind, due_on`,
);

export const answerRecheckRow = statement(
  'admission.answer_recheck',
  `update admission.recheck
      set state = $2, answers = $3, answered_by = $4, answered_at = $5, row_version = row_version + 1 where id = $1`,
);

/** $6 a new day to answer by, where it is sent back. */
export const decideRecheckRow = statement(
  'admission.decide_recheck',
  `update admission.recheck
      set state = $2, reason = $3, decided_by = case when $2 in ('passed', 'failed') then $4::uuid end,
          decided_at = case when $2 in ('passed', 'failed') then $5::timestamptz end, due_on = coalesce($6::date, due_on),
          row_version = row_version + 1
    where id = $1`,
);

/** Passed, it counts from $3 on. The yearly look is one at identity too. */
export const noteChecked = statement(
  'admission.note_checked',
  `update admission.watch
      set identity_checked_on = $3, annual_checked_on = case when $2 = 'annual' then $3::date else annual_checked_on end
    where supplier_id = $1`,
);
