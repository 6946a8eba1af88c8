import { statement } from '@xihuo/platform';
import { BACK_OF } from './origins.sql';

/**
 * The sold portions of a run, handed down by settlement: benefit reads no table above it. Of the net, `goods_fen` was paid for the
 * goods; the rest brought them to the door. `paid_fen` is the net with the fee: what the buyer gave. Lives as long as the transaction.
 */
export const openFunding = statement(
  'benefit.open_funding',
  `create temporary table fundable (
     line_id uuid not null, lot_id uuid not null, supplier_id uuid not null, net_fen bigint not null,
     goods_fen bigint not null check (goods_fen between 0 and net_fen), paid_fen bigint not null check (paid_fen >= net_fen),
     primary key (line_id, lot_id)
   ) on commit drop`,
);

/** The same money, each portion laid over the lots its goods were brought into; and what of it went to which debt. */
export const openOrigins = statement(
  'benefit.open_origins',
  `create temporary table funding (
     line_id uuid not null, lot_id uuid not null, origin_id uuid not null, supplier_id uuid not null, net_fen bigint not null,
     used_fen bigint not null default 0 check (used_fen between 0 and net_fen),
     primary key (line_id, lot_id, origin_id)
   ) on commit drop`,
);
export const openFunded = statement(
  'benefit.open_funded',
  `create temporary table funded (line_id uuid not null, lot_id uuid not null, debt_id uuid not null, amount bigint not null)
     on commit drop`,
);

/**
 * Lays every portion over the lots that its lot was made of, back through all processing, by weight: so the households behind a made
 * lot come first for what it sold for, as those behind a lot that was sold as it came. What was brought into the sold lot itself, its
 * own output, and the fen that the rest does not come to stay with the lot.
 */
export const spreadFunding = statement(
  'benefit.spread_funding',
  `with recursive ${BACK_OF('select distinct lot_id as sold_id, lot_id from fundable')},
   own as (
     select sold_id, origin_id, sum(share) as share
       from (select sold_id, lot_id as origin_id, share from back
             union all select sold_id, from_id, -share from back where from_id is not null) step
      where origin_id <> sold_id group by sold_id, origin_id
   ), part as materialized (
     select line_id, lot_id, own.origin_id, supplier_id, trunc(net_fen * own.share)::bigint as fen
       from fundable join own on own.sold_id = fundable.lot_id
   )
   insert into funding (line_id, lot_id, origin_id, supplier_id, net_fen)
   select line_id, lot_id, origin_id, supplier_id, fen from part where fen > 0
   union all
   select line_id, lot_id, lot_id, supplier_id, net_fen - coalesce((select sum(fen) from part
            where part.line_id = fundable.line_id and part.lot_id = fundable.lot_id), 0)::bigint
     from fundable`,
);

export const openDebts = statement(
  'benefit.open_debts',
  'create temporary table held_debt (id uuid primary key) on commit drop',
);

/**
 * Takes the open debts of the run's suppliers for this transaction, in id order, so that two runs cannot fund one debt. What comes to be
 * owed while the run goes on is the next one's: nobody holds it.
 */
export const lockDebts = statement(
  'benefit.lock_debts',
  `insert into held_debt
   select id from benefit.obligation
    where supplier_id in (select supplier_id from fundable) and open_fen > 0 order by id for update`,
);

/**
 * One pass of funding, the set-based twin of rules/fund-pool.ts: the debts of one kind ($1) share the money left in their
 * pool. $2 says what a pool is: 'lot' (the households behind the goods sold) or 'supplier' (what else the supplier owes).
 * Answers the shares it made.
 */
export const fundPass = statement<{ shares: number }>(
  'benefit.fund_pass',
  `with source as materialized (
     select line_id, lot_id, origin_id, net_fen - used_fen as left_fen,
            line_id::text || lot_id::text || origin_id::text as id, case $2 when 'lot' then origin_id else supplier_id end as pool
       from funding where net_fen > used_fen
   ), debt as materialized (
     select id, open_fen, case $2 when 'lot' then lot_id else supplier_id end as pool
       from benefit.obligation
      where kind = $1 and open_fen > 0 and ($2 <> 'lot' or lot_id is not null)
        and supplier_id in (select supplier_id from fundable) and id in (select id from held_debt)
   ), pool as materialized (
     select pool, source.left_fen, debt.open_fen, least(source.left_fen, debt.open_fen) as fund_fen
       from (select pool, sum(left_fen) as left_fen from source group by pool) source
       join (select pool, sum(open_fen) as open_fen from debt group by pool) debt using (pool)
   ), given as materialized (
     select source.*, pool.fund_fen,
            div(pool.fund_fen * source.left_fen, pool.left_fen)
            + case when row_number() over (partition by pool order by mod(pool.fund_fen * source.left_fen, pool.left_fen) desc, source.id)
                     <= pool.fund_fen - sum(div(pool.fund_fen * source.left_fen, pool.left_fen)) over (partition by pool)
                   then 1 else 0 end as amount
       from source join pool using (pool)
   ), taken as materialized (
     select debt.*, pool.fund_fen,
            div(pool.fund_fen * debt.open_fen, pool.open_fen)
            + case when row_number() over (partition by pool order by mod(pool.fund_fen * debt.open_fen, pool.open_fen) desc, debt.id)
                     <= pool.fund_fen - sum(div(pool.fund_fen * debt.open_fen, pool.open_fen)) over (partition by pool)
                   then 1 else 0 end as amount
       from debt join pool using (pool)
   ), cell as materialized (
     select pool, given.id as source_id, taken.id as debt_id, div(given.amount * taken.amount, given.fund_fen) as amount
       from given join taken using (pool)
   ), given_rest as (
     select pool, id, sum(rest) over (partition by pool order by id) as upto, rest
       from (select given.pool, given.id, given.amount - coalesce(sum(cell.amount), 0) as rest
               from given left join cell on cell.pool = given.pool and cell.source_id = given.id
              group by given.pool, given.id, given.amount) row_rest
   ), taken_rest as (
     select pool, id, sum(rest) over (partition by pool order by id) as upto, rest
       from (select taken.pool, taken.id, taken.amount - coalesce(sum(cell.amount), 0) as rest
               from taken left join cell on cell.pool = taken.pool and cell.debt_id = taken.id
              group by taken.pool, taken.id, taken.amount) column_rest
   ), overlap as (
     select given_rest.pool, given_rest.id as source_id, taken_rest.id as debt_id,
            least(given_rest.upto, taken_rest.upto)
            - greatest(given_rest.upto - given_rest.rest, taken_rest.upto - taken_rest.rest) as amount
       from given_rest join taken_rest
         on taken_rest.pool = given_rest.pool and given_rest.rest > 0 and taken_rest.rest > 0
        and taken_rest.upto > given_rest.upto - given_rest.rest and taken_rest.upto - taken_rest.rest < given_rest.upto
   ), total as materialized (
     select source_id, debt_id, sum(amount)::bigint as amount
       from (select source_id, debt_id, amount from cell union all select source_id, debt_id, amount from overlap) piece
      group by source_id, debt_id having sum(amount) > 0
   ), given_out as (
     insert into funded (line_id, lot_id, debt_id, amount)
     select source.line_id, source.lot_id, total.debt_id, total.amount from total join source on source.id = total.source_id
   ), used as (
     update funding set used_fen = used_fen + spent.amount
       from (select source.line_id, source.lot_id, source.origin_id, sum(total.amount) as amount
               from total join source on source.id = total.source_id group by 1, 2, 3) spent
      where funding.line_id = spent.line_id and funding.lot_id = spent.lot_id and funding.origin_id = spent.origin_id
   ), paid as (
     update benefit.obligation set funded_fen = funded_fen + got.amount
       from (select debt_id, sum(amount) as amount from total group by debt_id) got
      where obligation.id = got.debt_id
   )
   select count(*)::integer as shares from total`,
);

/**
 * Writes what all passes gave, a row for each line, lot sold and debt: a debt may have had some of a line as one of the households
 * behind its goods, and more as one of the supplier's. $1 run, $2 rule version, $3 now. Written line by line: the lines of a run lie
 * all over the indexes, and each of their pages is then come to once.
 */
export const keepShares = statement(
  'benefit.keep_shares',
  `insert into benefit.share (run_id, line_id, obligation_id, lot_id, supplier_id, household_id, collective_id, agreement_id, kind,
                              amount_fen, rule_version, transfer_id, created_at)
   select $1::uuid, given.line_id, debt.id, given.lot_id, debt.supplier_id, debt.household_id, debt.collective_id, debt.agreement_id,
          debt.kind, given.amount, $2,
          md5($1::uuid::text || debt.supplier_id || debt.payee_id || coalesce(debt.agreement_id::text, '') || debt.kind)::uuid, $3
     from (select line_id, lot_id, debt_id, sum(amount)::bigint as amount from funded group by line_id, lot_id, debt_id) given
     join benefit.obligation debt on debt.id = given.debt_id
    order by given.line_id, given.lot_id, debt.id`,
);

/** What the lines of the run have given in all passes: counted where it was taken, not where it went. */
export const fundableUsed = statement<{ used_fen: bigint }>(
  'benefit.fundable_used',
  'select coalesce(sum(used_fen), 0)::bigint as used_fen from funding',
);

/** One row per transfer to post, of the suppliers in `fundable`: many shares to one (run, supplier, payee, agreement, kind). */
export const sharesByTransfer = statement<{
  transfer_id: string;
  supplier_id: string;
  payee_id: string;
  kind: string;
  amount_fen: bigint;
}>(
  'benefit.shares_by_transfer',
  `select transfer_id, supplier_id, payee_id, kind, sum(amount_fen)::bigint as amount_fen
     from benefit.share where run_id = $1 and supplier_id in (select supplier_id from fundable) group by transfer_id, supplier_id, payee_id, kind order by transfer_id`,
);
