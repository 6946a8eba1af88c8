import { statement } from '@xihuo/platform';
import { RISK_LEVELS, type RiskReason } from '../../rules/review/risk';
import { gravityOf, RISK_OF_WAITING } from './risk.sql';
import type { Tick } from '../../rules/review/checklist';

/** A claim that ran out is given back by whoever comes next. */
export const releaseLapsed = statement(
  'admission.release_lapsed',
  `update admission.review set state = 'released', row_version = row_version + 1
    where application_id = $1 and round = $2 and state = 'claimed' and claimed_until <= $3`,
);

export interface ReviewRow {
  id: string;
  row_version: number;
  round: number;
  reviewer_id: string;
  reviewer: string;
  state: 'claimed' | 'released' | 'decided';
  claimed_until: Date;
  declared_at: Date | null;
  verdict: 'approve' | 'reject' | null;
  reason: string | null;
  decided_at: Date | null;
  items: Tick[];
}

/** Takes it, or takes it again with its ticks; the partial unique index lets one at a time. */
export const claimReview = statement<{ id: string }>(
  'admission.claim_review',
  `insert into admission.review as mine (application_id, round, reviewer_id, claimed_until) values ($1, $2, $3, $4)
   on conflict (application_id, round, reviewer_id) do update
      set state = 'claimed', claimed_until = excluded.claimed_until, row_version = mine.row_version + 1
    where mine.state <> 'decided'
   returning id`,
);

export const lockOwnReview = statement<{ id: string; row_version: number; declared_at: Date | null }>(
  'admission.lock_own_review',
  `select id, row_version, declared_at from admission.review
    where application_id = $1 and round = $2 and reviewer_id = $3 and state = 'claimed' and claimed_until > $4 for update`,
);

export const releaseReview = statement(
  'admission.release_review',
  `update admission.review set state = 'released', claimed_until = $2, row_version = row_version + 1 where id = $1`,
);

export const declareReview = statement(
  'admission.declare_review',
  `update admission.review set declaration = $2, declared_at = $3, row_version = row_version + 1 where id = $1`,
);

export const prolongReview = statement<{ row_version: number }>(
  'admission.prolong_review',
  `update admission.review set claimed_until = $2, row_version = row_version + 1 where id = $1 returning row_version`,
);

export const putTicks = statement(
  'admission.put_ticks',
  `insert into admission.review_item as was (review_id, criterion, result, note, ticked_at)
   select $1, tick.criterion, tick.result, tick.note, $3
     from json_to_recordset($2::json) as tick (criterion text, result text, note text)
   on conflict (review_id, criterion) do update
      set result = excluded.result, note = excluded.note, ticked_at = excluded.ticked_at
    where (was.result, was.note) is distinct from (excluded.result, excluded.note)`,
);

export const ticksOf = statement<Tick>(
  'admission.ticks_of',
  'select criterion, result, note from admission.review_item where review_id = $1 order by criterion',
);

export const decideReview = statement(
  'admission.decide_review',
  `update admission.review set state = 'decided', verdict = $2, reason = $3, decided_at = $4, row_version = row_version + 1
    where id = $1`,
);

export const verdictsOf = statement<{ verdict: 'approve' | 'reject' }>(
  'admission.verdicts_of',
  `select verdict from admission.review where application_id = $1 and round = $2 and state = 'decided' order by decided_at, id`,
);

export const reviewsOf = statement<ReviewRow>(
  'admission.reviews_of',
  `select review.id, review.row_version, review.round, review.reviewer_id, person.display_name as reviewer,
          case when review.state = 'claimed' and review.claimed_until <= platform.business_now() then 'released'
               else review.state end as state,
          review.claimed_until, review.declared_at, review.verdict, review.reason, review.decided_at,
          coalesce((select json_agg(json_build_object('criterion', criterion, 'result', result, 'note', note) order by criterion)
                      from admission.review_item where review_id = review.id), '[]') as items
     from admission.review review join identity.person_v person on person.id = review.reviewer_id
    where review.application_id = $1 order by review.id`,
);

/** The applications whose step it is, the longest waiting first; only those an own grant covers. */
export interface QueueRow {
  id: string;
  row_version: number;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  state: string;
  step: 'county' | 'city' | 'province' | 'review';
  review_round: number;
  waiting_since: Date;
  /** To the microsecond, which a Date is not: a page goes on exactly where the one before ended. */
  waiting_place: string;
  due_on: string;
  faults: number;
  risk: RiskReason[];
  /** Where a row stands before how long it waits: 0 unless the gravest come first. */
  rank: number;
  verdicts: number;
  claimer: string | null;
  claimed_until: Date | null;
  claimed_by: string | null;
}

/**
 * $1 steps and $2 patterns of counties of the caller's grants, pairwise; $3 one step or null; $4, $5 the last instant and id of
 * the page before; $6 the caller; $7 only claimed by the caller; $8 working days of a county, $9 of a review; $10 rows; $11 a gravity of
 * risk or null; $12 whether it is ordered by `risk` or `-risk` (the gravest first) or null, and $13 the rank of the page before.
 */
export const queuePage = statement<QueueRow>(
  'admission.queue_page',
  `with waiting as (
     select application.*, county.name as county_name, county.province_name,
            coalesce(greatest(application.stage_since, application.submitted_at), application.created_at) as waiting_since,
            case when application.state = 'submitted' then 'county'
                 when application.state = 'countyRecommended' and 'city' = any(standard.check_levels)
                      and parent.level = 'prefecture' then 'city'
                 when application.state in ('countyRecommended', 'cityChecked') and 'province' = any(standard.check_levels)
                      then 'province'
                 else 'review' end as step
       from admission.application application
       join admission.standard standard on standard.version = application.standard_version
       join registry.region_v county on county.code = application.county_code
       left join registry.region_v parent on parent.code = county.parent_code
      where application.state in ('submitted', 'countyRecommended', 'cityChecked', 'provinceChecked', 'underReview')
   )
   select waiting.id, risk.reasons as risk, standing.rank, waiting.row_version, supplier.name_zh as supplier_name, waiting.county_code, waiting.county_name, waiting.province_name,
          waiting.state, waiting.step, waiting.review_round, waiting.waiting_since,
          to_char(waiting.waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as waiting_place,
          registry.add_working_days((waiting.waiting_since at time zone 'Asia/Shanghai')::date,
            case when waiting.step = 'review' then $9 else $8 end::integer) as due_on,
          (select count(*)::integer from admission.finding
            where application_id = waiting.id and round = waiting.review_round and result = 'fail') as faults,
          (select count(*)::integer from admission.review
            where application_id = waiting.id and round = waiting.review_round and state = 'decided') as verdicts,
          claim.reviewer_id as claimed_by, person.display_name as claimer, claim.claimed_until
     from waiting
     join registry.organisation_v supplier on supplier.id = waiting.supplier_id
     left join admission.review claim on claim.application_id = waiting.id and claim.round = waiting.review_round
          and claim.state = 'claimed' and claim.claimed_until > platform.business_now()
     left join identity.person_v person on person.id = claim.reviewer_id
    cross join lateral (select ${RISK_OF_WAITING} as reasons) risk
    cross join lateral (select ${gravityOf('risk.reasons')} as gravity) graded
    cross join lateral (select case $12::text when '-risk' then ${RISK_LEVELS.length - 1} - graded.gravity when 'risk' then graded.gravity else 0 end as rank) standing
    where exists (select from unnest($1::text[], $2::text[]) as own (step, counties)
                   where own.step = waiting.step and waiting.county_code like own.counties)
      and ($3::text is null or waiting.step = $3)
      and ($4::timestamptz is null or (standing.rank, waiting.waiting_since, waiting.id) > ($13::integer, $4, $5::uuid))
      and (not $7::boolean or claim.reviewer_id = $6) and ($11::integer is null or graded.gravity = $11)
    order by standing.rank, waiting.waiting_since, waiting.id limit $10`,
);

/**
 * The longest waiting applications that this reviewer may take: nobody has it claimed, no verdict or other part of the own in it.
 * What another is claiming at this moment is passed over, not waited for.
 */
export const nextToClaim = statement<{ id: string }>(
  'admission.next_to_claim',
  `select application.id
     from admission.application application
     join admission.standard standard on standard.version = application.standard_version
     join registry.region_v county on county.code = application.county_code
     left join registry.region_v parent on parent.code = county.parent_code
    where application.county_code like any($2::text[])
      and (application.state in ('provinceChecked', 'underReview')
           or (application.state = 'cityChecked' and not 'province' = any(standard.check_levels))
           or (application.state = 'countyRecommended' and not 'province' = any(standard.check_levels)
               and not ('city' = any(standard.check_levels) and parent.level = 'prefecture')))
      and application.submitted_by is distinct from $1
      and application.supplier_id <> all($3::uuid[])
      and not exists (select from admission.participant had
                       where had.application_id = application.id
                         and ((had.person_id = $1 and had.part <> 'reviewer')
                              or (had.person_id <> $1 and had.part <> 'recused' and had.organisation_ids && $3::uuid[])))
      and not exists (select from admission.review taken
                       where taken.application_id = application.id and taken.round = application.review_round
                         and ((taken.reviewer_id = $1 and taken.state = 'decided')
                              or (taken.reviewer_id <> $1 and taken.state = 'claimed'
                                  and taken.claimed_until > platform.business_now())))
    order by greatest(application.stage_since, application.submitted_at), application.id
    limit 10 for update of application skip locked`,
);
