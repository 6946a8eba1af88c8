import type { ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

type Detail = ResponseOf<'GET /supplier/lots/{id}'>;

export interface LotPartsRow {
  deliveries: Detail['deliveries'];
  own_outputs: Detail['ownOutputs'];
  losses: Detail['losses'];
  packings: Detail['packings'];
  made_by: Detail['madeBy'];
  went_into: Detail['wentInto'];
  certificates: Detail['certificates'];
  quarantines: Detail['quarantines'];
  tests: Detail['tests'];
  shipments: Detail['shipments'];
  recall: { id: string; reason: string; openedAt: string } | null;
  gtin: string | null;
}

/** One side of processing: the acts a lot was on, with the codes of the lots on the other side. */
const acts = (own: 'input' | 'output', other: 'input' | 'output') => `
  (select coalesce(jsonb_agg(jsonb_build_object('processingId', processing.id, 'kind', processing.kind, 'on', processing.performed_on,
            'grams', part.grams, 'lots', (select jsonb_agg(lot.code order by lot.code) from trace.processing_${other} there
              join trace.lot on lot.id = there.lot_id where there.processing_id = processing.id)) order by processing.id), '[]')
     from trace.processing_${own} part join trace.processing on processing.id = part.processing_id where part.lot_id = wanted.id)`;

/** All that belongs to one lot, as its supplier sees it. */
export const partsOfLot = statement<LotPartsRow>(
  'trace.parts_of_lot',
  `select
     (select jsonb_build_object('counted', count(*) filter (where counts), 'grams', coalesce(sum(grams) filter (where counts), 0),
               'waiting', count(*) filter (where state in ('recorded', 'witnessed')),
               'contested', count(*) filter (where state = 'contested'))
        from trace.delivery where lot_id = wanted.id) as deliveries,
     (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'grams', grams, 'on', recorded_on, 'note', note) order by recorded_on, id), '[]')
        from trace.own_output where lot_id = wanted.id) as own_outputs,
     (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'grams', grams, 'on', lost_on, 'note', note, 'reason', reason)
               order by lost_on, id), '[]') from trace.lot_loss where lot_id = wanted.id) as losses,
     (select coalesce(jsonb_agg(jsonb_build_object('id', packing.id, 'skuId', packing.sku_id, 'pack', sku.pack, 'packs', packing.packs,
               'grams', packing.grams, 'packedOn', packing.packed_on, 'gtin', item.gtin) order by packing.number), '[]')
        from trace.packing join catalogue.sku_v sku on sku.id = packing.sku_id
        join trace.trade_item item on item.sku_id = packing.sku_id and item.supplier_id = wanted.supplier_id
       where packing.lot_id = wanted.id) as packings,
     ${acts('output', 'input')} as made_by,
     ${acts('input', 'output')} as went_into,
     (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'state', state, 'basis', basis, 'issuedOn', issued_on,
               'issuedBy', issued_by, 'coversGrams', covers_grams, 'mixedFrom', mixed_from, 'fileId', file_id) order by recorded_at desc), '[]')
        from trace.lot_certificate where lot_id = wanted.id) as certificates,
     (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'authority', authority, 'issuedOn', issued_on,
               'fileId', file_id) order by issued_on desc, id desc), '[]') from trace.lot_quarantine where lot_id = wanted.id) as quarantines,
     (select coalesce(jsonb_agg(test.said order by test.said ->> 'reportedOn' desc), '[]') from (
        select jsonb_build_object('id', id, 'source', 'supplier', 'reportNumber', report_number, 'laboratory', laboratory,
                 'reportedOn', reported_on, 'passed', passed, 'items', items, 'fileId', file_id) as said
          from trace.lot_test where lot_id = wanted.id
        union all
        select jsonb_build_object('id', id, 'source', 'spotCheck', 'reportNumber', report_number, 'laboratory', laboratory,
                 'reportedOn', reported_on, 'passed', passed, 'fileId', null, 'items',
                 (select jsonb_agg(result - 'safety') from jsonb_array_elements(results) result))
          from admission.lot_sample_v sample where sample.lot_code = wanted.code and sample.supplier_id = wanted.supplier_id) test) as tests,
     (select jsonb_build_object('orderLines', count(distinct order_line_id), 'packs', coalesce(sum(packs), 0), 'grams', coalesce(sum(grams), 0),
               'lastOn', (max(moved_at) at time zone 'Asia/Shanghai')::date) from trace.movement where lot_id = wanted.id) as shipments,
     (select jsonb_build_object('id', recall.id, 'reason', recall.reason, 'openedAt', recall.opened_at)
        from trace.recall join trace.recall_lot on recall_lot.recall_id = recall.id
       where recall_lot.lot_id = wanted.id and recall.state <> 'withdrawn' order by recall.opened_at desc limit 1) as recall,
     (select gtin from trace.trade_item where supplier_id = wanted.supplier_id and product_id = wanted.product_id and sku_id is null) as gtin
   from trace.lot wanted where wanted.id = $1`,
);

export const lotOfCode = statement<{
  id: string;
  supplier_id: string;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
}>(
  'trace.lot_of_code',
  `select lot.id, lot.supplier_id, lot.product_id, product.slug, product.name_zh, product.name_en
     from trace.lot join catalogue.product_v product on product.id = lot.product_id where lot.code = $1`,
);

/** A number on a pack belongs to the lot's supplier and product. */
export const itemOfLot = statement<{ gtin: string }>(
  'trace.item_of_lot',
  'select gtin from trace.trade_item where gtin = $1 and supplier_id = $2 and product_id = $3',
);
