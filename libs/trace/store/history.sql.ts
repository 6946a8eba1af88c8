import { statement } from '@xihuo/platform';
import type { LotHistory } from '../rules/epcis';

type Parts = Omit<LotHistory, 'origin' | 'gtin' | 'code' | 'supplierId' | 'producedOn' | 'countyCode'>;

export interface HistoryRow extends Parts {
  supplier_id: string;
  product_id: string;
  produced_on: string;
  county_code: string;
}

/** One side of an act; every lot of it has its number by then. */
const sideOf = (
  table: string,
) => `(select jsonb_agg(jsonb_build_object('code', lot.code, 'grams', part.grams, 'gtin', item.gtin) order by lot.code)
      from trace.${table} part join trace.lot on lot.id = part.lot_id
      join trace.trade_item item on item.supplier_id = lot.supplier_id and item.product_id = lot.product_id and item.sku_id is null
     where part.processing_id = processing.id)`;

/** Several deliveries of a day are one event: what was received, not from whom. */
export const historyOfLot = statement<HistoryRow>(
  'trace.history_of_lot',
  `select wanted.supplier_id, wanted.product_id, wanted.produced_on, supplier.county_code,
     (select coalesce(jsonb_agg(jsonb_build_object('on', delivered_on, 'grams', grams) order by delivered_on), '[]')
        from (select delivered_on, sum(grams) as grams from trace.delivery where lot_id = wanted.id and counts group by 1) day) as deliveries,
     (select coalesce(jsonb_agg(jsonb_build_object('on', recorded_on, 'grams', grams) order by recorded_on, id), '[]')
        from trace.own_output where lot_id = wanted.id) as "ownOutputs",
     (select coalesce(jsonb_agg(jsonb_build_object('id', processing.id, 'kind', processing.kind, 'on', processing.performed_on,
               'inputs', ${sideOf('processing_input')}, 'outputs', ${sideOf('processing_output')}) order by processing.id), '[]')
        from trace.processing
       where exists (select from trace.processing_input part where part.processing_id = processing.id and part.lot_id = wanted.id)
          or exists (select from trace.processing_output part where part.processing_id = processing.id and part.lot_id = wanted.id)) as processings,
     (select coalesce(jsonb_agg(jsonb_build_object('number', packing.number, 'gtin', item.gtin, 'packs', packing.packs,
               'on', packing.packed_on) order by packing.number), '[]')
        from trace.packing join trace.trade_item item on item.sku_id = packing.sku_id and item.supplier_id = wanted.supplier_id
       where packing.lot_id = wanted.id) as packings,
     (select coalesce(jsonb_agg(jsonb_build_object('on', moved.day, 'grams', moved.grams, 'shipmentId', moved.shipment_id)
               order by moved.day, moved.shipment_id), '[]')
        from (select shipment_id, (min(moved_at) at time zone 'Asia/Shanghai')::date as day, sum(grams) as grams
                from trace.movement where lot_id = wanted.id group by shipment_id order by min(moved_at) desc limit 1000) moved) as shipments,
     (select coalesce(jsonb_agg(jsonb_build_object('number', number, 'on', issued_on) order by issued_on), '[]')
        from trace.lot_certificate where lot_id = wanted.id and state = 'valid') as certificates,
     (select coalesce(jsonb_agg(jsonb_build_object('number', report_number, 'on', reported_on, 'passed', passed) order by reported_on), '[]')
        from trace.lot_test where lot_id = wanted.id) as tests,
     (select (max(opened_at) at time zone 'Asia/Shanghai')::date from trace.recall join trace.recall_lot on recall_id = recall.id
       where recall_lot.lot_id = wanted.id and recall.state <> 'withdrawn') as "recalledOn"
   from trace.lot wanted join registry.organisation_v supplier on supplier.id = wanted.supplier_id where wanted.id = $1`,
);
