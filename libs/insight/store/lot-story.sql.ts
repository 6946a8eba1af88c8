import { statement } from '@xihuo/platform';

/** A lot and all lots it was made of; trace refuses circles, and the depth ends what a defect might begin. */
export const LOT_AND_SOURCES = `
  whole (lot_id, depth) as (
    select lot.id, 0 from trace.lot_v lot where lot.code = $1
    union
    select source.source_lot_id, whole.depth + 1
      from whole join trace.lot_source_v source on source.lot_id = whole.lot_id where whole.depth < 20
  ), family as (select lot_id, min(depth) as depth from whole group by lot_id)`;

export interface StepRow {
  step: 'delivered' | 'grown' | 'processed' | 'packed' | 'certified' | 'tested' | 'shipped' | 'recalled';
  on_day: string;
  last_day: string;
  grams: bigint | null;
  input_grams: bigint | null;
  packs: number | null;
  /** Of processing its kind, of packs which, of a certificate its number, of a test who made it. */
  name: string | null;
  passed: boolean | null;
}

/**
 * What happened to the goods behind a code, oldest first: deliveries, own output and processing also of the lots it was
 * made of; packs, parcels and papers of this lot alone. Processing is listed act by act, the newest forty of it.
 */
export const lotSteps = statement<StepRow>(
  'insight.lot_steps',
  `with recursive ${LOT_AND_SOURCES}, this as (select lot_id from family where depth = 0), step as (
     select 'delivered' as step, 1 as rank, min(delivered_on) as on_day, max(delivered_on) as last_day,
            sum(grams)::bigint as grams, null::bigint as input_grams, null::integer as packs, null::text as name, null::boolean as passed
       from trace.delivery_v join family using (lot_id) having count(*) > 0
     union all
     select 'grown', 2, min(recorded_on), max(recorded_on), sum(grams)::bigint, null, null, null, null
       from trace.lot_own_output_v join family using (lot_id) having count(*) > 0
     union all
     (select 'processed', 3, performed_on, performed_on, max(output_grams), max(input_grams), null, kind, null
        from trace.lot_processing_v join family using (lot_id)
       group by id, performed_on, kind order by performed_on desc, id desc limit 40)
     union all
     select 'tested', 4, reported_on, reported_on, null, null, null, laboratory, passed
       from trace.lot_test_v join this using (lot_id)
     union all
     select 'tested', 4, sample.reported_on, sample.reported_on, null, null, null, sample.laboratory, sample.passed
       from this join trace.lot_v lot on lot.id = this.lot_id
       join admission.lot_sample_v sample on sample.lot_code = lot.code and sample.supplier_id = lot.supplier_id
     union all
     select 'certified', 5, issued_on, issued_on, null, null, null, number, null
       from trace.lot_certificate_v join this using (lot_id)
     union all
     select 'packed', 6, min(packed_on), max(packed_on), sum(packing.grams)::bigint, null, sum(packing.packs)::integer, sku.pack, null
       from trace.lot_packing_v packing join this using (lot_id) join catalogue.sku_v sku on sku.id = packing.sku_id
      group by sku.id, sku.pack
     union all
     select 'shipped', 7, (min(moved_at) at time zone 'Asia/Shanghai')::date, (max(moved_at) at time zone 'Asia/Shanghai')::date,
            sum(grams)::bigint, null, null, null, null
       from trace.movement_v join this using (lot_id) having count(*) > 0
     union all
     select 'recalled', 8, (recall.opened_at at time zone 'Asia/Shanghai')::date, (recall.opened_at at time zone 'Asia/Shanghai')::date,
            null, null, null, null, null
       from trace.recall_lot_v listed join this using (lot_id)
       join trace.recall_v recall on recall.id = listed.recall_id and recall.state <> 'withdrawn'
   )
   select step, on_day, last_day, grams, input_grams, packs, name, passed from step order by on_day, rank, name`,
);

export interface PaperRow {
  paper: 'certificate' | 'test';
  number: string;
  on_day: string;
  /** Who issued the certificate, or who tested. */
  by_whom: string;
  /** State of a certificate. */
  state: 'valid' | 'replaced' | 'revoked' | null;
  basis: string | null;
  source: 'supplier' | 'spotCheck' | null;
  passed: boolean | null;
  items: { item: string; limit?: string | null; value: string; passed: boolean }[] | null;
}

/** Certificates of a lot and what was found in it, newest first. */
export const lotPapers = statement<PaperRow>(
  'insight.lot_papers',
  `with this as (select id, code, supplier_id from trace.lot_v where code = $1), paper as (
     select 'certificate' as paper, number, issued_on as on_day, issued_by as by_whom, state, basis, null::text as source,
            null::boolean as passed, null::jsonb as items
       from trace.lot_certificate_v join this on this.id = lot_id
     union all
     select 'test', report_number, reported_on, laboratory, null, null, 'supplier', passed, items
       from trace.lot_test_v join this on this.id = lot_id
     union all
     select 'test', sample.report_number, sample.reported_on, sample.laboratory, null, null, 'spotCheck', sample.passed, sample.results
       from admission.lot_sample_v sample join this on this.code = sample.lot_code and this.supplier_id = sample.supplier_id
   )
   select * from paper order by on_day desc, number desc`,
);
