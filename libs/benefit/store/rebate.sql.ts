import { statement } from '@xihuo/platform';

/** What of a rebate is still owed by rule: what was not cut, and of that what has not gone back since. */
export const LEFT = `obligation.amount_fen - rebate.corrected_fen
              - div((obligation.amount_fen - rebate.corrected_fen)::numeric * (sale.refunded_fen - (sale.goods_fen - rebate.goods_fen)), rebate.goods_fen)::bigint`;

export interface RebateRow {
  agreement_id: string;
  supplier_id: string;
  household_id: string;
  /** Into which the household brought it: not the lot that was sold, where that was made of it. */
  lot_id: string;
  sale_id: string;
  /** The next number of what this sale owes under this agreement. */
  part: number;
  base_fen: bigint;
  rebate_bp: number;
  amount_fen: bigint;
  /** What of the sale has not gone back to buyers. */
  left_fen: bigint;
  pieces: unknown;
  /** Paid already with a rebate that was put right. */
  carried_fen: bigint;
}

/**
 * Of parts of sales, how far what came from the delivery is bought by now, agreement after agreement: what stands confirmed, as far as
 * agreements take it and no further than it was weighed for the sale.
 */
const BOUGHT = `bought as (
     select part.sale_id, part.root_id, part.lot_id, part.owed_fen, coverage.agreement_id, coverage.part,
            trunc(part.base_fen * least(part.yield_grams::numeric * delivery.grams,
                    delivery.yield_grams * sum(coverage.grams) over (partition by part.sale_id, part.root_id
                      order by coverage.part, coverage.agreement_id)) / (part.yield_grams::numeric * delivery.grams), 12) as upto_fen
       from benefit.sale_part part
       join trace.delivery_v delivery on delivery.root_id = part.root_id and delivery.lot_id = part.lot_id
        and delivery.confirmed_at is not null
       join benefit.coverage on coverage.delivery_id = delivery.id and coverage.counts`;

/**
 * Of parts that have not had their rebate whole, of some suppliers ($1, null: all): pieces that come to be owed now. Where one that was cut is said to have been paid, they
 * wait until that is answered: only then it is known whether the household has had them already.
 */
const RIPE = `with ${BOUGHT} where part.owed_fen < part.base_fen
      and ($1::uuid[] is null or part.sale_id in (select sale.id from benefit.sale where sale.supplier_id = any ($1)))
      and not exists (select from benefit.rebate_piece piece join benefit.rebate using (obligation_id)
                        join benefit.obligation on obligation.id = rebate.obligation_id
                       where piece.sale_id = part.sale_id and piece.root_id = part.root_id
                         and rebate.corrected_fen > 0 and obligation.held_fen > 0)
   ), ripe as (select distinct sale_id, root_id, agreement_id from bought where upto_fen > owed_fen)`;

/** Suppliers of which rebates come to be owed; $1 null. */
export const suppliersOfRipe = statement<{ supplier_id: string }>(
  'benefit.suppliers_of_ripe',
  `${RIPE} select distinct sale.supplier_id from ripe join benefit.sale on sale.id = ripe.sale_id order by 1`,
);

/** Holds the agreements under which rebates come to be owed, in id order: whoever puts a delivery right holds them first as well. */
export const lockRipeAgreements = statement(
  'benefit.lock_ripe_agreements',
  `${RIPE} select id from benefit.agreement where id in (select agreement_id from ripe) order by id for key share`,
);

/** Makes the table of the parts that come to be owed, for this transaction. */
export const openRipe = statement(
  'benefit.open_ripe',
  `create temporary table ripe_part (sale_id uuid not null, root_id uuid not null, primary key (sale_id, root_id)) on commit drop`,
);

/** Holds them, in order, and their sales: of two runs at once each gives another part. */
export const lockRipe = statement(
  'benefit.lock_ripe',
  `${RIPE}
   insert into ripe_part
   select part.sale_id, part.root_id from benefit.sale_part part join benefit.sale on sale.id = part.sale_id
    where (part.sale_id, part.root_id) in (select sale_id, root_id from ripe)
    order by part.sale_id, part.root_id for update of part, sale`,
);

/**
 * What sales owe as second rebate now, of this run and of those before: of each sale what came from a household's delivery, as
 * far as that stands confirmed and bought under an agreement and has had no rebate yet, less what of the sale has gone back; times the
 * rate of the agreement. Both are rounded down to the fen; a billionth is added before, for what endless fractions left behind. What
 * a household was paid for pieces that were cut since is carried over. The parts are held.
 */
export const takeRebates = statement<RebateRow>(
  'benefit.take_rebates',
  `with ${BOUGHT}
       join ripe_part ripe on ripe.sale_id = part.sale_id and ripe.root_id = part.root_id
   ), piece as materialized (
     select sale_id, root_id, lot_id, agreement_id, from_fen, upto_fen
       from (select bought.*, greatest(owed_fen, coalesce(lag(upto_fen) over (partition by sale_id, root_id order by part, agreement_id), 0)) as from_fen
               from bought) step
      where upto_fen > from_fen
   ), taken as (
     update benefit.sale_part part set owed_fen = came.upto_fen
       from (select sale_id, root_id, max(upto_fen) as upto_fen from piece group by sale_id, root_id) came
      where part.sale_id = came.sale_id and part.root_id = came.root_id
   ), due as (
     select piece.sale_id, piece.lot_id, agreement.id as agreement_id, agreement.household_id, agreement.rebate_bp, sale.supplier_id,
            sale.goods_fen - sale.refunded_fen as left_fen,
            trunc(sum(upto_fen - from_fen) * (sale.goods_fen - sale.refunded_fen) / sale.goods_fen + 0.000000001)::bigint as base_fen,
            jsonb_agg(jsonb_build_object('root_id', root_id, 'from_fen', from_fen::text, 'upto_fen', upto_fen::text)) as pieces
       from piece join benefit.sale on sale.id = piece.sale_id
       join benefit.agreement on agreement.id = piece.agreement_id and agreement.rebate_bp > 0
      group by piece.sale_id, piece.lot_id, agreement.id, sale.id
   ), owed as (
     select due.*, div(base_fen::numeric * rebate_bp, 10000)::bigint as amount_fen from due
   ), kept as (
     select rebate.sale_id, obligation.household_id,
            sum(least(rebate.corrected_fen, greatest(obligation.funded_fen + obligation.outside_fen - (${LEFT}), 0)) - obligation.carried_fen) as fen
       from benefit.rebate join benefit.obligation on obligation.id = rebate.obligation_id join benefit.sale on sale.id = rebate.sale_id
      where sale.id in (select sale_id from owed) group by rebate.sale_id, obligation.household_id
   )
   select owed.*, (coalesce((select max(part) from benefit.obligation known where known.source_kind = 'sale'
                      and known.source_id = owed.sale_id and known.agreement_id = owed.agreement_id), 0)
                   + row_number() over (partition by sale_id, agreement_id order by lot_id))::int as part,
          least(amount_fen, greatest(coalesce(kept.fen, 0) - (sum(amount_fen) over (partition by sale_id, household_id
                   order by agreement_id, lot_id) - amount_fen), 0))::bigint as carried_fen
     from owed left join kept using (sale_id, household_id) where amount_fen > 0 order by agreement_id, sale_id, lot_id`,
);

/** Keeps of which sale each rebate is, and of which pieces. */
export const keepRebates = statement<{ obligation_id: string }>(
  'benefit.keep_rebates',
  `with kept as (
     insert into benefit.rebate (obligation_id, sale_id, goods_fen)
     select obligation.id, item.sale_id, item.left_fen
       from jsonb_to_recordset($1::jsonb) as item (sale_id uuid, agreement_id uuid, part integer, left_fen bigint)
       join benefit.obligation on obligation.source_kind = 'sale' and obligation.source_id = item.sale_id
        and obligation.agreement_id = item.agreement_id and obligation.part = item.part
     returning obligation_id, sale_id
   ), piece as (
     insert into benefit.rebate_piece (obligation_id, sale_id, root_id, from_fen, upto_fen)
     select kept.obligation_id, kept.sale_id, piece.root_id, piece.from_fen, piece.upto_fen
       from kept join benefit.obligation on obligation.id = kept.obligation_id
       join jsonb_to_recordset($1::jsonb) as item (sale_id uuid, agreement_id uuid, part integer, pieces jsonb)
         on item.sale_id = kept.sale_id and item.agreement_id = obligation.agreement_id and item.part = obligation.part
      cross join lateral jsonb_to_recordset(item.pieces) as piece (root_id uuid, from_fen numeric, upto_fen numeric)
   )
   select obligation_id from kept`,
);

/**
 * Holds the parts that some deliveries ($1), and all that stood for the same goods, have in sales, in order, and the sales. Asked once
 * their agreements are held: a run that reckons their rebates meanwhile is waited for, or finds what stands then.
 */
export const lockSalesBehind = statement<{ sale_id: string }>(
  'benefit.lock_sales_behind',
  `select part.sale_id from benefit.sale_part part join benefit.sale on sale.id = part.sale_id
    where part.root_id in (select root_id from trace.confirmed_delivery_v where id = any ($1::uuid[]))
    order by part.sale_id, part.root_id for update of part, sale`,
);

/** Cuts the pieces of held parts that go beyond what their delivery is worth by now. @returns their sales */
export const cutPieces = statement<{ sale_id: string }>(
  'benefit.cut_pieces',
  `with ${BOUGHT}
      where part.root_id in (select root_id from trace.confirmed_delivery_v where id = any ($1::uuid[]))
   ), worth as materialized (
     select part.sale_id, part.root_id, coalesce(max(bought.upto_fen), 0) as fen
       from benefit.sale_part part left join bought using (sale_id, root_id)
      where part.root_id in (select root_id from trace.confirmed_delivery_v where id = any ($1::uuid[]))
      group by part.sale_id, part.root_id having part.owed_fen > coalesce(max(bought.upto_fen), 0)
   ), lower as (
     update benefit.sale_part part set owed_fen = worth.fen from worth
      where part.sale_id = worth.sale_id and part.root_id = worth.root_id
   ), cut as (
     update benefit.rebate_piece piece set upto_fen = greatest(piece.from_fen, worth.fen) from worth
      where piece.sale_id = worth.sale_id and piece.root_id = worth.root_id and piece.upto_fen > worth.fen
   )
   select distinct sale_id from worth`,
);

/** Of the rebates of some sales ($1), what is off for pieces that were cut: the rest is reckoned as the whole was. */
export const noteCut = statement(
  'benefit.note_cut',
  `with whole as (
     select rebate.obligation_id, obligation.amount_fen
              - div(trunc(sum(piece.upto_fen - piece.from_fen) * rebate.goods_fen / sale.goods_fen + 0.000000001) * obligation.rate_fen, 10000)::bigint as fen
       from benefit.rebate join benefit.rebate_piece piece on piece.obligation_id = rebate.obligation_id
       join benefit.sale on sale.id = rebate.sale_id join benefit.obligation on obligation.id = rebate.obligation_id
      where sale.id = any ($1::uuid[]) group by rebate.obligation_id, sale.id, obligation.id
   )
   update benefit.rebate set corrected_fen = whole.fen from whole
    where rebate.obligation_id = whole.obligation_id and rebate.corrected_fen <> whole.fen`,
);

/**
 * Takes back of rebates what of their deliveries was put right, and of the rest what of their sales has gone back, since they were
 * reckoned; as far as it is open: what a household was paid, or is said to have been, the supplier bears. Of the sales $1; as often as
 * it is asked.
 */
export const reverseRebates = statement<{ id: string; supplier_id: string; fen: bigint; whole: boolean }>(
  'benefit.reverse_rebates',
  `with due as materialized (
     select obligation.id, least(obligation.open_fen, obligation.amount_fen - (${LEFT}) - obligation.reversed_fen) as fen
       from benefit.rebate join benefit.sale on sale.id = rebate.sale_id
       join benefit.obligation on obligation.id = rebate.obligation_id
      where obligation.open_fen > 0 and sale.id = any ($1::uuid[])
      order by obligation.id for update of obligation
   )
   update benefit.obligation set reversed_fen = reversed_fen + due.fen from due
    where obligation.id = due.id and due.fen > 0
   returning obligation.id, supplier_id, due.fen, obligation.reversed_fen = obligation.amount_fen as whole`,
);
