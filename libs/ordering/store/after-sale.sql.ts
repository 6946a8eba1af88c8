import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { WAREHOUSE } from '../rules/stock-state';
import { heldOf, overlap } from './portion.sql';

export interface CaseRow {
  id: string;
  order_id: string;
  order_number: string;
  supplier_order_id: string;
  supplier_id: string;
  supplier_name: string;
  kind: machines.AfterSaleKind;
  reason: string;
  words: string;
  state: machines.AfterSaleState;
  amount_fen: bigint;
  answer: string | null;
  return_carrier: string | null;
  return_tracking_number: string | null;
  replacement: { carrier: string; trackingNumber: string } | null;
  requested_at: Date;
  due_at: Date | null;
  lines: { lineId: string; productName: string; pack: string; packs: number; amountFen: string }[];
  photo_ids: string[];
  video_ids: string[];
  steps: { event: string; state: machines.AfterSaleState; by: string; note: string | null; at: string }[];
}

const CASE = `
  select item.id, item.order_id, bought.number as order_number, item.supplier_order_id, item.supplier_id,
         supplier.name_zh as supplier_name, item.kind, item.reason, item.words, item.state, item.amount_fen, item.answer,
         item.return_carrier, item.return_tracking_number, item.requested_at, item.due_at,
         (select jsonb_build_object('carrier', parcel.carrier, 'trackingNumber', parcel.tracking_number)
            from ordering.shipment parcel where parcel.case_id = item.id) as replacement,
         (select jsonb_agg(jsonb_build_object('lineId', line.id, 'productName', line.product_name, 'pack', line.pack,
                   'packs', claimed.packs, 'amountFen', claimed.amount_fen::text) order by line.product_name, line.id)
            from ordering.after_sale_line claimed join ordering.order_line line on line.id = claimed.line_id
           where claimed.case_id = item.id) as lines,
         (select coalesce(jsonb_agg(photo.file_id order by photo.file_id), '[]')
            from ordering.after_sale_photo photo where photo.case_id = item.id) as photo_ids,
         (select coalesce(jsonb_agg(photo.file_id order by photo.file_id), '[]')
            from ordering.after_sale_photo photo where photo.case_id = item.id and photo.media_type like 'video/%') as video_ids,
         (select jsonb_agg(jsonb_build_object('event', step.event, 'state', step.state, 'by', step.done_by, 'note', step.note,
                   'at', step.at) order by step.id)
            from ordering.after_sale_step step where step.case_id = item.id) as steps
    from ordering.after_sale item
    join ordering.customer_order bought on bought.id = item.order_id
    join registry.organisation_v supplier on supplier.id = item.supplier_id`;

export const casesOfOrder = statement<CaseRow>(
  'ordering.cases_of_order',
  `${CASE} where item.order_id = $1 and ($2::uuid is null or item.id = $2) order by item.id desc limit 100`,
);

/** Of what an organisation ($1) bought, in these states ($2), the newest first behind $3. */
export const casesOfOrganisation = statement<CaseRow>(
  'ordering.cases_of_organisation',
  `${CASE} where bought.organisation_id = $1 and item.state = any ($2::text[]) and ($3::uuid is null or item.id < $3)
   order by item.id desc limit $4`,
);

export const caseOfSuppliers = statement<CaseRow>(
  'ordering.case_of_suppliers',
  `${CASE} where item.id = $1 and item.supplier_id = any ($2::uuid[])`,
);

const BY_WORDS = (words: string) => `(${words}::text is null
     or strpos(bought.number, upper(translate(${words}, ' -', ''))) > 0
     or exists (select from ordering.after_sale_line claimed join ordering.order_line line on line.id = claimed.line_id
                 where claimed.case_id = item.id and strpos(lower(line.product_name), lower(${words})) > 0))`;

/** Those that wait for the supplier or the buyer, by their deadline; $3 and $4 are deadline and id of the last one shown; $5 words. */
export const openCases = statement<CaseRow>(
  'ordering.open_cases',
  `${CASE} where item.supplier_id = any ($1::uuid[]) and item.due_at is not null and ${BY_WORDS('$5')}
     and ($3::timestamptz is null or (item.due_at, item.id) > ($3, $4::uuid)) order by item.due_at, item.id limit $2`,
);

/** $3 id of the last one shown, $4 words. */
export const otherCases = statement<CaseRow>(
  'ordering.other_cases',
  `${CASE} where item.supplier_id = any ($1::uuid[]) and item.due_at is null and ${BY_WORDS('$4')} and ($3::uuid is null or item.id < $3)
   order by item.id desc limit $2`,
);

export interface ClaimLineRow {
  line_id: string;
  product_name: string;
  pack: string;
  quantity: number;
  amount_fen: bigint;
  freight_fen: bigint;
  perishable: boolean;
  shipped_packs: number;
  cancelled_packs: number;
  claimed_packs: number;
  gone_fen: bigint;
  taken_goods_fen: bigint;
  taken_freight_fen: bigint;
  supplier_order_id: string;
  state: machines.SupplierOrderState;
  received_at: Date | null;
  delivered_at: Date | null;
  release_due: Date | null;
  window_days: number;
}

/**
 * The lines of an order, or of one part ($2), with all that decides about a claim. Cases that were refused for good claim nothing, nor
 * those that ended with other packs, which may be claimed in their turn;
 * one that became a dispute does, whatever its award: nobody claims the same packs once more.
 */
export const claimLines = statement<ClaimLineRow>(
  'ordering.claim_lines',
  `select line.id as line_id, line.product_name, line.pack, line.quantity, line.amount_fen, line.freight_fen, line.perishable,
          coalesce(progress.shipped_packs, 0) as shipped_packs, coalesce(progress.cancelled_packs, 0) as cancelled_packs,
          claimed.packs as claimed_packs, coalesce(progress.refund_fen, 0) + held.fen + claimed.open_fen as gone_fen,
          claimed.goods_fen as taken_goods_fen, claimed.freight_fen as taken_freight_fen,
          part.id as supplier_order_id, part.state, part.received_at, part.release_due,
          registry.policy_on(case when line.perishable then 'afterSale.perishableWindowDays' else 'afterSale.windowDays' end,
            (coalesce(part.received_at, platform.business_now()) at time zone 'Asia/Shanghai')::date)::text::integer as window_days,
          (select nullif(max(coalesce(news.delivered_at, 'infinity')), 'infinity')
             from ordering.shipment left join ordering.parcel_news news on news.shipment_id = shipment.id
            where shipment.supplier_order_id = part.id and shipment.case_id is null) as delivered_at
     from ordering.order_line line
     join ordering.supplier_order part on part.id = line.supplier_order_id
     left join ordering.line_progress progress on progress.line_id = line.id
    cross join lateral (
      select coalesce(sum(item.packs) filter (where known.kind not in ('cancel', 'short')), 0)::integer as packs,
             coalesce(sum(item.amount_fen) filter (where known.state not in ('refunding', 'refunded', 'closed')), 0)::bigint as open_fen,
             coalesce(sum(item.packs_goods_fen), 0)::bigint as goods_fen, coalesce(sum(item.packs_freight_fen), 0)::bigint as freight_fen
        from ordering.after_sale_line item join ordering.after_sale known on known.id = item.case_id
       where item.line_id = line.id and known.state not in ('withdrawn', 'replaced')
         and (known.state <> 'closed'
              or exists (select from ordering.after_sale_step step where step.case_id = known.id and step.event = 'handOver'))) claimed
    cross join lateral (
      select coalesce(sum(coalesce(refund_fen, held_fen)), 0)::bigint as fen from ordering.line_hold where line_hold.line_id = line.id) held
    where line.order_id = $1 and ($2::uuid is null or part.id = $2) order by line.product_name, line.id`,
);

export const insertCase = statement<{ id: string }>(
  'ordering.insert_case',
  `with made as (
     insert into ordering.after_sale (id, order_id, supplier_order_id, supplier_id, kind, reason, words, amount_fen, requested_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id
   ), lines as (
     insert into ordering.after_sale_line (case_id, line_id, packs, amount_fen, freight_fen, packs_goods_fen, packs_freight_fen)
     select made.id, item.*
       from made, unnest($11::uuid[], $12::integer[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[]) as item
   ), step as (
     insert into ordering.after_sale_step (case_id, event, state, done_by, note, at)
     select id, 'request', 'requested', $17, null, $9 from made
   )
   select id from made`,
);

export interface MovedCase {
  id: string;
  order_id: string;
  supplier_order_id: string;
  supplier_id: string;
  kind: machines.AfterSaleKind;
  amount_fen: bigint;
  state: machines.AfterSaleState;
}

export interface LockedCase extends MovedCase {
  due_at: Date | null;
}

/** A case and its part, held in this order by whoever moves it: part first, as whoever opens one does. */
export const lockCase = statement<LockedCase>(
  'ordering.lock_case',
  `with part as materialized (
     select id from ordering.supplier_order
      where id = (select supplier_order_id from ordering.after_sale where id = $1) for update)
   select item.id, item.order_id, item.supplier_order_id, item.supplier_id, item.kind, item.amount_fen, item.state,
          item.due_at
     from ordering.after_sale item join part on part.id = item.supplier_order_id where item.id = $1 for update of item`,
);

/** Lines of a case about which there is a dispute already, or another case on its way to one; its part is held. */
export const disputedLines = statement<{ line_id: string }>(
  'ordering.disputed_lines',
  `select item.line_id from ordering.after_sale_line item
    where item.case_id = $1 and item.amount_fen > 0
      and (exists (select from ordering.line_hold hold where hold.line_id = item.line_id and hold.closed_at is null)
           or exists (select from ordering.after_sale_line other join ordering.after_sale known on known.id = other.case_id
                       where other.line_id = item.line_id and known.id <> $1 and known.state = 'escalated'))
    order by item.line_id`,
);

/** Takes a step by compare-and-set: $2 the event, $3 the state it leads to, $4 those it may start from. */
export const stepCases = statement<MovedCase>(
  'ordering.step_cases',
  `with moved as (
     update ordering.after_sale item
        set state = $3, due_at = wanted.due_at, ended_at = case when $5 then $6::timestamptz end,
            answer = case when $2 = 'refuse' then $8 else answer end,
            return_carrier = coalesce($9, return_carrier), return_tracking_number = coalesce($10, return_tracking_number)
       from unnest($1::uuid[], $11::timestamptz[]) as wanted (id, due_at)
      where item.id = wanted.id and item.state = any ($4::text[])
     returning item.id, item.order_id, item.supplier_order_id, item.supplier_id, item.kind, item.amount_fen, item.state
   ), step as (
     insert into ordering.after_sale_step (case_id, event, state, done_by, note, at)
     select id, $2, $3, $7, $8, $6 from moved
   )
   select * from moved order by id`,
);

/** What these cases give back stands on their lines from now on; more than was paid is refused by the database. */
export const decideRefunds = statement(
  'ordering.decide_refunds',
  `insert into ordering.line_progress (line_id, supplier_order_id, quantity, amount_fen, cancelled_packs, refund_fen, refund_freight_fen)
   select line.id, line.supplier_order_id, line.quantity, line.amount_fen, back.cancelled, back.fen, back.freight
     from (select item.line_id, sum(item.amount_fen)::bigint as fen, sum(item.freight_fen)::bigint as freight,
                  coalesce(sum(item.packs) filter (where known.kind in ('cancel', 'short')), 0)::integer as cancelled
             from ordering.after_sale_line item join ordering.after_sale known on known.id = item.case_id
            where item.case_id = any ($1::uuid[]) group by item.line_id) back
     join ordering.order_line line on line.id = back.line_id order by line.id
   on conflict (line_id) do update
     set refund_fen = line_progress.refund_fen + excluded.refund_fen,
         refund_freight_fen = line_progress.refund_freight_fen + excluded.refund_freight_fen,
         cancelled_packs = line_progress.cancelled_packs + excluded.cancelled_packs`,
);

/** Packs that never leave are free to be sold again, those that lie in venues before those of the warehouse. */
export const giveBackPacks = statement<{ sku_id: string }>(
  'ordering.give_back_packs',
  `with locked as (
     select sku_id from ordering.stock
      where sku_id in (select line.sku_id from ordering.after_sale_line item join ordering.order_line line on line.id = item.line_id
                        where item.case_id = $1) and place_id = '${WAREHOUSE}' order by sku_id for update
   ), staying as (
     select line.order_id, line.sku_id, item.packs, item.packs as upto
       from ordering.after_sale_line item join ordering.order_line line on line.id = item.line_id join locked using (sku_id)
      where item.case_id = $1
   ), held as (
     ${heldOf(
       `select line.order_id, line.sku_id from ordering.after_sale_line item join ordering.order_line line on line.id = item.line_id
         where item.case_id = $1`,
       'place_id desc',
     )}
   ), moved as (
     insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, order_id, cause_id, at)
     select staying.sku_id, held.place_id, 'release', 0, -${overlap('staying', 'held')}, staying.order_id, $1, $2
       from staying join held using (order_id, sku_id) where ${overlap('staying', 'held')} > 0
     returning sku_id, place_id, reserved_change
   )
   update ordering.stock set reserved = reserved + moved.reserved_change from moved
    where stock.sku_id = moved.sku_id and stock.place_id = moved.place_id returning stock.sku_id`,
);

/** Cases whose time is up, the oldest first; $3 and $4 are deadline and id of the last one seen. */
export const dueCases = statement<{ id: string; due_at: Date }>(
  'ordering.due_cases',
  `select id, due_at from ordering.after_sale
    where due_at <= $1 and ($3::timestamptz is null or (due_at, id) > ($3, $4::uuid)) order by due_at, id limit $2`,
);

/** A case has until $2. */
export const postponeCase = statement(
  'ordering.postpone_case',
  'update ordering.after_sale set due_at = $2 where id = $1',
);

/** Parts that are still to be sent with lines of which all money has gone back, and how many packs of those have not left. */
export const unpaidPacks = statement<{ id: string; order_id: string; lines: { lineId: string; packs: number }[] }>(
  'ordering.unpaid_packs',
  `select part.id, part.order_id, jsonb_agg(jsonb_build_object('lineId', line.id, 'packs', open.packs) order by line.id) as lines
     from ordering.supplier_order part
     join ordering.order_line line on line.supplier_order_id = part.id
     join ordering.line_money_v money on money.line_id = line.id and money.free_fen = 0 and not money.held
     left join ordering.line_progress progress on progress.line_id = line.id
    cross join lateral (
      select line.quantity - coalesce(progress.shipped_packs + progress.cancelled_packs, 0) as packs) open
    where part.id = any ($1::uuid[]) and part.state = 'toShip' and open.packs > 0
      and exists (select from ordering.line_hold hold where hold.line_id = line.id and hold.refund_fen > 0)
    group by part.id order by part.id`,
);
