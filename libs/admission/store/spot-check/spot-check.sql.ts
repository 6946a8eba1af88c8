import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { productNameOf } from '../watch/product-name';

export interface PlanRow {
  id: string;
  title: string;
  purpose: string;
  region_prefix: string;
  sample_size: number;
  state: machines.SpotCheckPlanState;
  seed: string | null;
  created_by: string;
  created_at: Date;
  drawn_at: Date | null;
  row_version: number;
  total: number;
  passed: number;
  failed: number;
  open: number;
}

const PLAN = `select plan.id, plan.title, plan.purpose, plan.region_prefix, plan.sample_size, plan.state, plan.seed, plan.created_by,
          plan.created_at, plan.drawn_at, plan.row_version, samples.total, samples.passed, samples.failed, samples.open
     from admission.spot_check_plan plan
     left join lateral (select count(*)::integer as total, count(*) filter (where state = 'passed')::integer as passed,
                               count(*) filter (where state = 'failed')::integer as failed,
                               count(*) filter (where state in ('planned', 'taken', 'sent'))::integer as open
                          from admission.spot_check_sample where plan_id = plan.id) samples on true`;
// A plan of a wider region is everybody's whose counties lie in it; one of a narrower, theirs who cover it.
const WITHIN = `exists (select from unnest($1::text[]) as pattern
                         where plan.region_prefix like pattern or pattern like plan.region_prefix || '%')`;

export const lockPlan = statement<PlanRow>(
  'admission.lock_spot_check_plan',
  `${PLAN} where plan.id = $1 for update of plan`,
);

export const planById = statement<PlanRow>(
  'admission.spot_check_plan_by_id',
  `${PLAN} where ${WITHIN} and plan.id = $2`,
);

/** $1 patterns, $2 state, $3 last id, $4 rows. */
export const planPage = statement<PlanRow>(
  'admission.spot_check_plan_page',
  `${PLAN} where ${WITHIN} and ($2::text is null or plan.state = $2) and ($3::uuid is null or plan.id < $3)
    order by plan.id desc limit $4`,
);

export const insertPlan = statement<{ id: string }>(
  'admission.insert_spot_check_plan',
  `insert into admission.spot_check_plan (title, purpose, region_prefix, sample_size, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6) returning id`,
);

/** $2 seed or null, $3 who, $4 now. */
export const drawPlanRow = statement(
  'admission.draw_spot_check_plan',
  `update admission.spot_check_plan
      set state = 'drawn', seed = $2, drawn_by = $3, drawn_at = $4, row_version = row_version + 1 where id = $1`,
);

export const endPlanRow = statement(
  'admission.end_spot_check_plan',
  'update admission.spot_check_plan set state = $2, closed_at = $3, row_version = row_version + 1 where id = $1',
);

/**
 * Draws by lot among what may be sold in the region: whoever knows the seed draws the same again.
 * $1 plan, $2 seed, $3 region, $4 how many.
 */
export const drawSamples = statement<{ id: string }>(
  'admission.draw_samples',
  `insert into admission.spot_check_sample (plan_id, supplier_id, product_id, county_code)
   select $1, listing.supplier_id, listing.product_id, supplier.county_code
     from admission.listing_right_v listing
     join registry.organisation_v supplier on supplier.id = listing.supplier_id
    where listing.may_sell and supplier.county_code like $3 || '%'
    order by sha256(convert_to($2 || listing.supplier_id::text || listing.product_id::text, 'UTF8')) limit $4
   returning id`,
);

export interface SampleRow {
  id: string;
  plan_id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  product_id: string;
  product_name: string | null;
  state: machines.SampleState;
  lot_code: string | null;
  quantity: string | null;
  place: string | null;
  seal_number: string | null;
  taken_by: string | null;
  taken_on: string | null;
  laboratory: string | null;
  sent_on: string | null;
  report_number: string | null;
  report_file_id: string | null;
  reported_on: string | null;
  results: { item: string; limit: string; value: string; passed: boolean; safety: boolean }[] | null;
  retest_until: string | null;
  retest_of: string | null;
  retest_id: string | null;
  cancel_reason: string | null;
  row_version: number;
}

const SAMPLE = `select sample.id, sample.plan_id, sample.supplier_id, supplier.name_zh as supplier_name, sample.county_code,
          county.name as county_name, county.province_name, sample.product_id, ${productNameOf('sample')}, sample.state, sample.lot_code, sample.quantity,
          sample.place, sample.seal_number, sample.taken_by, sample.taken_on, sample.laboratory, sample.sent_on,
          sample.report_number, sample.report_file_id, sample.reported_on, sample.results, sample.retest_until, sample.retest_of,
          (select again.id from admission.spot_check_sample again where again.retest_of = sample.id) as retest_id,
          sample.cancel_reason, sample.row_version
     from admission.spot_check_sample sample
     join registry.organisation_v supplier on supplier.id = sample.supplier_id
     join registry.region_v county on county.code = sample.county_code`;

export const lockSample = statement<SampleRow>(
  'admission.lock_sample',
  `${SAMPLE} where sample.id = $1 for update of sample`,
);

/** $2 patterns of county codes or null, $3 own suppliers or null. */
export const sampleById = statement<SampleRow>(
  'admission.sample_by_id',
  `${SAMPLE} where sample.id = $1 and (sample.county_code like any($2::text[]) or sample.supplier_id = any($3::uuid[]))`,
);

/** Of one's own; what is only planned is a surprise still. $1 suppliers, $2 last id, $3 rows. */
export const ownSamplePage = statement<SampleRow>(
  'admission.own_sample_page',
  `${SAMPLE} where sample.supplier_id = any($1::uuid[]) and sample.state not in ('planned', 'cancelled')
      and ($2::uuid is null or sample.id < $2) order by sample.id desc limit $3`,
);

export const samplesOfPlan = statement<SampleRow>(
  'admission.samples_of_plan',
  `${SAMPLE} where sample.plan_id = $1 and sample.county_code like any($2::text[]) order by sample.id`,
);

export const takeSampleRow = statement(
  'admission.take_sample',
  `update admission.spot_check_sample
      set state = $2, taken_on = $3, lot_code = $4, quantity = $5, place = $6, seal_number = $7, taken_by = $8,
          row_version = row_version + 1
    where id = $1`,
);

export const sendSampleRow = statement(
  'admission.send_sample',
  `update admission.spot_check_sample set state = $2, sent_on = $3, laboratory = $4, row_version = row_version + 1 where id = $1`,
);

export const reportSampleRow = statement(
  'admission.report_sample',
  `update admission.spot_check_sample
      set state = $2, report_number = $3, reported_on = $4, results = $5, report_file_id = $6, result_by = $7, retest_until = $8,
          row_version = row_version + 1
    where id = $1`,
);

export const cancelSampleRow = statement(
  'admission.cancel_sample',
  `update admission.spot_check_sample set state = 'cancelled', cancel_reason = $2, row_version = row_version + 1 where id = $1`,
);

/** The same lot, kept as reserve, for another laboratory. Nothing where it was asked already. */
export const insertRetest = statement<{ id: string }>(
  'admission.insert_retest',
  `insert into admission.spot_check_sample (plan_id, supplier_id, product_id, county_code, state, lot_code, quantity, place, seal_number,
                                            taken_by, taken_on, retest_of)
   select plan_id, supplier_id, product_id, county_code, 'taken', lot_code, quantity, place, seal_number, taken_by, taken_on, id
     from admission.spot_check_sample where id = $1
   on conflict (retest_of) do nothing returning id`,
);

export const touchSample = statement(
  'admission.touch_sample',
  'update admission.spot_check_sample set row_version = row_version + 1 where id = $1',
);
