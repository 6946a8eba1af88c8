import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { MINE, OF_PARTIES, PARTIES, type PartiesRow } from './parties.sql';

type View = ResponseOf<'GET /benefit/work/{id}'>;

export interface WorkRow extends PartiesRow {
  id: string;
  row_version: number;
  state: machines.WorkState;
  agreement_id: string;
  agreement_number: string;
  /** Ids of all versions of its agreement. */
  series_of: string[];
  piece_name: string | null;
  worked_from: string;
  worked_on: string;
  /** Null: the head of the household. */
  worker: string | null;
  days: number;
  pieces: number | null;
  rate_fen: bigint;
  amount_fen: bigint;
  minimum_fen: bigint | null;
  how: View['how'];
  recorded_at: Date;
  confirmed_at: Date | null;
  witness_name: string | null;
  witness_role: NonNullable<View['witness']>['role'] | null;
  witness_paper_id: string | null;
  stands_on: string | null;
  contest_reason: string | null;
  contested_at: Date | null;
  contest_paper_id: string | null;
  /** The worker contested it, or what it stands for. */
  was_contested: boolean;
  witnessed_on: string | null;
  correction_reason: string | null;
  replaces_id: string | null;
  replaced_by_id: string | null;
}

const SELECT = `
  select work.id, work.row_version, work.state, ${PARTIES('work')}, work.agreement_id, agreement.number as agreement_number,
         (select array_agg(version.id) from benefit.agreement version where version.series_id = agreement.series_id) as series_of,
         agreement.piece_name, work.worked_from, work.worked_on, work.worker, work.days, work.pieces, work.rate_fen, work.amount_fen,
         work.minimum_fen, work.how, work.recorded_at, work.confirmed_at, work.witness_name, work.witness_role,
         work.witness_paper_id, work.stands_on, work.contest_reason, work.contested_at, work.correction_reason,
         work.replaces_id, later.id as replaced_by_id, work.contest_paper_id, work.witnessed_on,
         exists (with recursive back (id, replaces_id, contested_at) as (
                   select work.id, work.replaces_id, work.contested_at
                    union all
                   select old.id, old.replaces_id, old.contested_at
                     from back join benefit.work_record old on old.id = back.replaces_id)
                 select from back where contested_at is not null) as was_contested
    from benefit.work_record work
    ${OF_PARTIES('work')}
    join benefit.agreement on agreement.id = work.agreement_id
    left join benefit.work_record later on later.replaces_id = work.id`;

export const workOf = statement<WorkRow>('benefit.work_of', `${SELECT} where ${MINE('work')} and work.id = $4`);

/** Those named, in the order they are named in. */
export const worksNamed = statement<WorkRow>(
  'benefit.works_named',
  `${SELECT} where ${MINE('work')} and work.id = any ($4::uuid[]) order by array_position($4::uuid[], work.id)`,
);

export const worksOf = statement<WorkRow>(
  'benefit.works_of',
  `${SELECT} where ${MINE('work')} and ($4::uuid is null or work.supplier_id = $4) and ($5::uuid is null or work.household_id = $5)
      and ($6::text is null or work.state = $6) and ($7::text is null or to_char(work.worked_on, 'YYYY-MM') = $7)
      and ($8::uuid is null or work.id < $8)
    order by work.id desc limit $9`,
);

const WAITS = (of: string) => `(${of}.state in ('recorded', 'witnessed'))`;

/** What waits for an answer first. $4 the record after which the page goes on. */
export const ownWork = statement<WorkRow>(
  'benefit.own_work',
  `${SELECT} where ${MINE('work')} and ($4::uuid is null
      or (${WAITS('work')}, work.id) < (select ${WAITS('known')}, known.id from benefit.work_record known where known.id = $4))
    order by ${WAITS('work')} desc, work.id desc limit $5`,
);

/** Records by their ids, whoever asks; held. */
export const lockWork = statement<WorkRow>(
  'benefit.lock_work',
  `${SELECT} where work.id = any ($1::uuid[]) order by work.id for update of work`,
);

export const lockWorkOf = statement<WorkRow>(
  'benefit.lock_work_of',
  `${SELECT} where ${MINE('work')} and work.id = $4 for update of work`,
);

export interface PlaceRow {
  /** The one that was named, and the version of it that this row is. */
  named_id: string;
  id: string;
  supplier_id: string;
  household_id: string;
  display_name: string;
  county_code: string;
  kind: 'contractPurchase' | 'employment' | 'dividend';
  binding: boolean;
  daily_wage_fen: bigint | null;
  piece_rate_fen: bigint | null;
  effective_from: string;
  effective_to: string | null;
}

/**
 * Agreements somebody is to work under, with what the rules ask of them; those of a supplier or of a household. Of each all versions
 * that bind or did, beside the one that was named: a day is worked under the version in force on it.
 */
export const workplaces = statement<PlaceRow>(
  'benefit.workplaces',
  `select named.id as named_id, agreement.id, agreement.supplier_id, agreement.household_id, household.display_name, supplier.county_code, agreement.kind,
          agreement.state in ('signed', 'inForce', 'ended', 'superseded') as binding, agreement.daily_wage_fen, agreement.piece_rate_fen,
          agreement.effective_from, agreement.effective_to
     from benefit.agreement named
     join benefit.agreement on agreement.series_id = named.series_id
      and (agreement.id = named.id or agreement.state in ('signed', 'inForce', 'ended', 'superseded'))
     join registry.organisation_v supplier on supplier.id = agreement.supplier_id
     join registry.household_v household on household.id = agreement.household_id
    where named.id = any ($1::uuid[]) and (agreement.supplier_id = any ($2::uuid[]) or agreement.household_id = any ($3::uuid[]))
    order by agreement.id for share of agreement`,
);

export interface PayRow {
  id: string;
  supplier_id: string;
  number: string;
  state: machines.AgreementState;
  household_id: string;
  display_name: string;
  village: string;
  daily_wage_fen: bigint | null;
  piece_rate_fen: bigint | null;
  piece_name: string | null;
  effective_from: string;
  effective_to: string | null;
}

/** All of some suppliers under which work may be written down, by village and name; of one household the newest version first. */
export const employmentsOf = statement<PayRow>(
  'benefit.employments_of',
  `select agreement.id, agreement.supplier_id, agreement.number, agreement.state, household.id as household_id, household.display_name,
          household.village, agreement.daily_wage_fen, agreement.piece_rate_fen, agreement.piece_name, agreement.effective_from,
          agreement.effective_to
     from benefit.agreement join registry.household_v household on household.id = agreement.household_id
    where agreement.supplier_id = any ($1::uuid[]) and agreement.kind = 'employment'
      and agreement.state in ('inForce', 'ended', 'superseded')
    order by household.village, household.display_name, household.id, agreement.version desc limit $2`,
);

export const insertWork = statement<{ id: string }>(
  'benefit.insert_work',
  `insert into benefit.work_record (id, agreement_id, supplier_id, household_id, state, worked_from, worked_on, worker, days, pieces, rate_fen,
                                    amount_fen, minimum_fen, recorded_by, recorded_at, witness_name, witness_role, witness_paper_id,
                                    witnessed_on, stands_on, replaces_id, correction_reason)
   select item.id, item.agreement_id, item.supplier_id, item.household_id, item.state, item.worked_from, item.worked_on, item.worker, item.days,
          item.pieces, item.rate_fen, item.amount_fen, item.minimum_fen, $2, $3, item.witness_name, item.witness_role,
          item.witness_paper_id, item.witnessed_on, item.stands_on, item.replaces_id, item.correction_reason
     from jsonb_to_recordset($1::jsonb) as item (id uuid, agreement_id uuid, supplier_id uuid, household_id uuid, state text,
          worked_from date, worked_on date, worker text, days integer, pieces integer, rate_fen bigint, amount_fen bigint, minimum_fen bigint,
          witness_name text, witness_role text, witness_paper_id uuid, witnessed_on date, stands_on date, replaces_id uuid, correction_reason text)
   on conflict (id) do nothing returning id`,
);

/** Which of some lines name days of a worker that are recorded already, or that a line before them names. */
export const overlappingWork = statement<{ at: number }>(
  'benefit.overlapping_work',
  `with item as (
     select at, agreement_id, coalesce(worker, '') as worker, daterange(worked_from, worked_on, '[]') as span
       from jsonb_to_recordset($1::jsonb) as item (at integer, agreement_id uuid, worker text, worked_from date, worked_on date))
   select item.at from item
    where exists (select from benefit.work_record work
                   where work.agreement_id = item.agreement_id and coalesce(work.worker, '') = item.worker
                     and daterange(work.worked_from, work.worked_on, '[]') && item.span
                     and work.state not in ('corrected', 'withdrawn'))
       or exists (select from item above
                   where above.at < item.at and above.agreement_id = item.agreement_id and above.worker = item.worker
                     and above.span && item.span)
    order by item.at`,
);

export const setWorkConfirmed = statement(
  'benefit.set_work_confirmed',
  `update benefit.work_record set state = 'confirmed', row_version = row_version + 1, confirmed_at = $2, confirmed_by = $3, how = $4
    where id = any ($1::uuid[])`,
);

export const setWorkStanding = statement(
  'benefit.set_work_standing',
  `update benefit.work_record set state = 'uncontested', row_version = row_version + 1, how = 'sheet' where id = any ($1::uuid[])`,
);

export const setWorkContested = statement(
  'benefit.set_work_contested',
  `update benefit.work_record set state = 'contested', row_version = row_version + 1, contest_reason = $2, contested_at = $3,
          contest_paper_id = $4, contested_by = $5, stands_on = null where id = $1`,
);

export const setWorkWitnessed = statement(
  'benefit.set_work_witnessed',
  `update benefit.work_record set state = 'witnessed', row_version = row_version + 1, witness_name = $2, witness_role = $3,
          witness_paper_id = $4, witnessed_on = $5, stands_on = $6 where id = $1`,
);

export const setWorkOver = statement(
  'benefit.set_work_over',
  `update benefit.work_record set state = $2, row_version = row_version + 1, correction_reason = coalesce($3, correction_reason)
    where id = $1`,
);

/** Witnessed ones whose time to be contested is over. $1 today. */
export const standingDue = statement<{ id: string }>(
  'benefit.standing_due',
  `select id from benefit.work_record where state = 'witnessed' and stands_on <= $1 order by id limit $2 for update skip locked`,
);

/** The code of a day stays what it was: it is on the wall already. */
export const putDayCode = statement(
  'benefit.put_day_code',
  'insert into benefit.day_code (supplier_id, day, code, made_by, made_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
);

export const dayCodeOf = statement<{ code: string }>(
  'benefit.day_code_of',
  'select code from benefit.day_code where supplier_id = $1 and day = $2',
);

export const workersOfHouseholds = statement<{ household_id: string; person_id: string }>(
  'benefit.workers_of_households',
  `select distinct household_id, person_id from identity.role_grant_v
    where role = 'farmer' and household_id = any ($1::uuid[]) order by household_id, person_id`,
);

/** One supplier's month, household by household: what counts and what waits. */
export const workMonth = statement<{
  household_id: string;
  display_name: string;
  village: string;
  days: number;
  pieces: number;
  earned_fen: bigint;
  waiting_fen: bigint;
}>(
  'benefit.work_month',
  `select household.id as household_id, household.display_name, household.village,
          coalesce(sum(days) filter (where counts), 0)::int as days, coalesce(sum(pieces) filter (where counts), 0)::int as pieces,
          coalesce(sum(amount_fen) filter (where counts), 0)::bigint as earned_fen,
          coalesce(sum(amount_fen) filter (where not counts), 0)::bigint as waiting_fen
     from (select work.*, work.state in ('confirmed', 'uncontested') as counts from benefit.work_record work
            where work.supplier_id = $1 and work.state not in ('corrected', 'withdrawn') and to_char(work.worked_on, 'YYYY-MM') = $2) work
     join registry.household_v household on household.id = work.household_id
    group by household.id, household.display_name, household.village
    order by household.village, household.display_name, household.id`,
);
