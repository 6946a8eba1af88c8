import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

type Listed = ResponseOf<'GET /recalls'>['data'][number];
type Reach = ResponseOf<'GET /trace/lots/{id}/reach'>;

/**
 * From lots forwards through all processing; each lot once, however many ways lead to it. Asked lot by lot (`offset 0` keeps it so): of a
 * recursion the planner believes that it reaches a hundred times what it begins with, and would read the whole tables for it.
 */
const FORWARDS = `
  recursive reached (lot_id) as (
    select unnest($1::uuid[])
    union
    select made.lot_id from reached
     cross join lateral (select processing_id from trace.processing_input where lot_id = reached.lot_id offset 0) went
     cross join lateral (select lot_id from trace.processing_output where processing_id = went.processing_id offset 0) made
  )`;

export const lotsReached = statement<{ lot_id: string }>(
  'trace.lots_reached',
  `with ${FORWARDS} select lot_id from reached order by lot_id`,
);

/** How far lots reach: one statement over the movements, whatever ordering knows of their buyers. */
export const reachOf = statement<{ lots: Reach['lots']; order_lines: number; packs: number; grams: number }>(
  'trace.reach_of',
  `with ${FORWARDS}, moved as (
     select count(distinct movement.order_line_id) as order_lines, sum(movement.packs) as packs, sum(movement.grams) as grams
       from reached
      cross join lateral (select order_line_id, packs, grams from trace.movement where lot_id = reached.lot_id offset 0) movement
   )
   select (select jsonb_agg(jsonb_build_object('id', lot.id, 'code', lot.code, 'productName', product.name_zh,
                     'shippedGrams', lot.shipped_grams) order by lot.code)
             from reached cross join lateral (select id, code, product_id, shipped_grams from trace.lot where id = reached.lot_id offset 0) lot
             join catalogue.product_v product on product.id = lot.product_id) as lots,
          order_lines::int, coalesce(packs, 0)::int as packs, coalesce(grams, 0)::float8 as grams from moved`,
);

/**
 * The order lines that hold goods of a recall's lots, behind the line $2; for ordering, which knows who bought them. A page from each
 * lot, so that it costs what it holds and not what the lots ever shipped; a line in two parcels counts once, or a page would seem
 * the last one.
 */
export const linesOfRecall = statement<{ order_line_id: string }>(
  'trace.lines_of_recall',
  `select distinct moved.order_line_id from trace.recall_lot
    cross join lateral (select distinct order_line_id from trace.movement
                         where movement.lot_id = recall_lot.lot_id and order_line_id > $2 order by order_line_id limit $3) moved
    where recall_lot.recall_id = $1 order by moved.order_line_id limit $3`,
);

export const suppliersOfLots = statement<{ id: string; code: string; supplier_id: string; state: machines.LotState }>(
  'trace.suppliers_of_lots',
  `select id, code, supplier_id, state from trace.lot where id = any ($1::uuid[]) order by id for update`,
);

export const insertRecall = statement<{ id: string }>(
  'trace.insert_recall',
  `insert into trace.recall (id, supplier_id, class, reason, notice, opened_side, opened_by, opened_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
);

export const insertRecallLots = statement(
  'trace.insert_recall_lots',
  `insert into trace.recall_lot (recall_id, lot_id, named)
   select $1, lot_id, lot_id = any ($3::uuid[]) from unnest($2::uuid[]) as reached (lot_id)`,
);

export const blockLots = statement(
  'trace.block_lots',
  `update trace.lot set state = 'recalled', row_version = row_version + 1 where id = any ($1::uuid[]) and state <> 'recalled'`,
);

/** Lots of a withdrawn recall may ship again, unless another recall holds them. */
export const releaseLots = statement(
  'trace.release_lots',
  `update trace.lot set state = 'closed', row_version = row_version + 1
    where id in (select lot_id from trace.recall_lot where recall_id = $1) and state = 'recalled'
      and not exists (select from trace.recall_lot held join trace.recall on recall.id = held.recall_id
                       where held.lot_id = lot.id and held.recall_id <> $1 and recall.state <> 'withdrawn')`,
);

export const endRecall = statement(
  'trace.end_recall',
  `update trace.recall set state = $2, row_version = row_version + 1, closed_by = $3, closed_at = $4, result = $5, packs_recovered = $6
    where id = $1`,
);

export interface RecallRow {
  id: string;
  row_version: number;
  state: machines.RecallState;
  supplier_id: string;
  supplier_name: string;
  class: 1 | 2 | 3;
  reason: string;
  notice: string;
  opened_side: 'supplier' | 'platform';
  opened_at: Date;
  closed_at: Date | null;
  result: string | null;
  packs_recovered: number | null;
  lot_ids: string[];
}

const SELECT = `
  select recall.id, recall.row_version, recall.state, recall.supplier_id, supplier.name_zh as supplier_name, recall.class, recall.reason,
         recall.notice, recall.opened_side, recall.opened_at, recall.closed_at, recall.result, recall.packs_recovered,
         array(select lot_id from trace.recall_lot where recall_lot.recall_id = recall.id order by lot_id) as lot_ids
    from trace.recall join registry.organisation_v supplier on supplier.id = recall.supplier_id`;

/** The own suppliers' and those of the counties one watches over; either list may be empty. */
const READABLE = `(recall.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]))`;

export const recallsOf = statement<RecallRow>(
  'trace.recalls_of',
  `${SELECT} where ${READABLE} and ($3::text is null or recall.state = $3) and ($4::uuid is null or recall.id < $4)
    order by recall.id desc limit $5`,
);

export const recallOf = statement<RecallRow>('trace.recall_of', `${SELECT} where ${READABLE} and recall.id = $3`);

export const lockRecall = statement<RecallRow>(
  'trace.lock_recall',
  `${SELECT} where ${READABLE} and recall.id = $3 for update of recall`,
);

export const publishedRecalls = statement<{
  id: string;
  state: machines.RecallState;
  class: 1 | 2 | 3;
  supplier_name: string;
  product_names: Listed['productNames'];
  lot_codes: string[];
  notice: string;
  opened_on: string;
  closed_on: string | null;
  result: string | null;
}>(
  'trace.published_recalls',
  `select recall.id, recall.state, recall.class, supplier.name_zh as supplier_name, recall.notice, recall.result,
          (recall.opened_at at time zone 'Asia/Shanghai')::date as opened_on,
          (recall.closed_at at time zone 'Asia/Shanghai')::date as closed_on, touched.product_names, touched.lot_codes
     from trace.recall join registry.organisation_v supplier on supplier.id = recall.supplier_id
    cross join lateral (
      select jsonb_agg(distinct jsonb_build_object('zh', product.name_zh, 'en', product.name_en)) as product_names,
             array_agg(lot.code order by lot.code) as lot_codes
        from trace.recall_lot join trace.lot on lot.id = recall_lot.lot_id join catalogue.product_v product on product.id = lot.product_id
       where recall_lot.recall_id = recall.id) touched
    where $1::uuid is null or recall.id < $1 order by recall.id desc limit $2`,
);

/** By the beginning of their code, which is printed on packs. $1 patterns of counties, $2 pattern of codes. */
export const lotsByCode = statement<{
  id: string;
  code: string;
  product_name: string;
  supplier_name: string;
  produced_on: string;
  state: machines.LotState;
}>(
  'trace.lots_by_code',
  `select lot.id, lot.code, product.name_zh as product_name, supplier.name_zh as supplier_name, lot.produced_on, lot.state
     from trace.lot join registry.organisation_v supplier on supplier.id = lot.supplier_id
     join catalogue.product_v product on product.id = lot.product_id
    where supplier.county_code like any ($1::text[]) and lot.code like $2 order by lot.code limit 10`,
);

export const lotReadable = statement<{ id: string }>(
  'trace.lot_readable',
  `select lot.id from trace.lot join registry.organisation_v supplier on supplier.id = lot.supplier_id
    where (lot.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[])) and lot.id = $3`,
);
