import { statement, type Statement } from '@xihuo/platform';
import type { HistoryKind, HistoryOf } from '../rules/epcis';

export interface FactsRow {
  supplierId: string;
  countyCode: string;
  producedOn: string;
  certificateNumbers: string[];
  tests: { number: string; on: string; passed: boolean }[];
  recalledOn: string[];
}

/** What stands on every event of a lot, and what there are few of. */
export const factsOfLot = statement<FactsRow>(
  'trace.facts_of_lot',
  `select wanted.supplier_id as "supplierId", supplier.county_code as "countyCode", wanted.produced_on as "producedOn",
     array(select number from trace.lot_certificate where lot_id = wanted.id and state = 'valid' order by issued_on) as "certificateNumbers",
     (select coalesce(jsonb_agg(jsonb_build_object('number', report_number, 'on', reported_on, 'passed', passed) order by reported_on, id), '[]')
        from trace.lot_test where lot_id = wanted.id) as tests,
     array(select (opened_at at time zone 'Asia/Shanghai')::date::text from trace.recall join trace.recall_lot on recall_id = recall.id
            where recall_lot.lot_id = wanted.id and recall.state <> 'withdrawn' order by opened_at) as "recalledOn"
   from trace.lot wanted join registry.organisation_v supplier on supplier.id = wanted.supplier_id where wanted.id = $1`,
);

/** Where a page ended: the next one begins behind it. */
export interface Place {
  readonly after: string;
  readonly id: string;
}
export type HistoryRow<Kind extends HistoryKind> = Place & { readonly said: HistoryOf[Kind] };

/** One side of an act; every lot of it has its number by then. */
const sideOf = (
  table: string,
) => `(select jsonb_agg(jsonb_build_object('code', lot.code, 'grams', part.grams, 'gtin', item.gtin) order by lot.code)
      from trace.${table} part join trace.lot on lot.id = part.lot_id
      join trace.trade_item item on item.supplier_id = lot.supplier_id and item.product_id = lot.product_id and item.sku_id is null
     where part.processing_id = processing.id)`;

/** A page of one kind of rows of the lot $1 behind the place ($2, $3), in order of their days. */
const dated = <Kind extends HistoryKind>(kind: Kind, table: string, day: string, said: string) =>
  statement<HistoryRow<Kind>>(
    `trace.history_${table}`,
    `select ${day}::text as after, id, jsonb_build_object('on', ${day}, ${said}) as said from trace.${table} entry
      where lot_id = $1 and (${day}, id) > ($2::date, $3::uuid) order by ${day}, id limit $4`,
  );

export const historyPages: { readonly [Kind in HistoryKind]: Statement<HistoryRow<Kind>> } = {
  // Several deliveries of a day are one event: what was received, not from whom.
  delivery: statement(
    'trace.history_delivery',
    `select delivered_on::text as after, '00000000-0000-0000-0000-000000000000' as id,
            jsonb_build_object('on', delivered_on, 'grams', sum(grams)) as said
       from trace.delivery where lot_id = $1 and counts and delivered_on > $2::date and $3::uuid is not null
      group by delivered_on order by delivered_on limit $4`,
  ),
  ownOutput: dated('ownOutput', 'own_output', 'recorded_on', `'grams', grams`),
  processing: statement(
    'trace.history_processing',
    `with acts as (
       select processing_id from trace.processing_input where lot_id = $1
       union select processing_id from trace.processing_output where lot_id = $1
     )
     select performed_on::text as after, id, jsonb_build_object('id', id, 'on', performed_on,
              'inputs', ${sideOf('processing_input')}, 'outputs', ${sideOf('processing_output')}) as said
       from acts join trace.processing on processing.id = acts.processing_id
      where (performed_on, id) > ($2::date, $3::uuid) order by performed_on, id limit $4`,
  ),
  loss: dated('loss', 'lot_loss', 'lost_on', `'id', id, 'grams', grams, 'reason', reason`),
  packing: dated(
    'packing',
    'packing',
    'packed_on',
    `'number', number, 'packs', packs, 'gtin', (select gtin from trace.trade_item item join trace.lot on lot.id = entry.lot_id
       where item.sku_id = entry.sku_id and item.supplier_id = lot.supplier_id)`,
  ),
  // The lines of a shipment leave at one moment. In order of the index, so that a page costs what it holds.
  shipment: statement(
    'trace.history_shipment',
    `select moved_at::text as after, shipment_id as id,
            jsonb_build_object('on', (moved_at at time zone 'Asia/Shanghai')::date, 'grams', sum(grams), 'shipmentId', shipment_id) as said
       from trace.movement where lot_id = $1 and (moved_at, shipment_id) > ($2::timestamptz, $3::uuid)
      group by moved_at, shipment_id order by moved_at, shipment_id limit $4`,
  ),
};
