import { statement } from '@xihuo/platform';
import type { FunderKind } from './subsidy.sql';

export interface FunderPart {
  funder_kind: FunderKind;
  funder_id: string | null;
  withdrawn_fen: bigint;
  paid_fen: bigint;
}

/** Held before anything of them is reckoned: money that comes meanwhile waits. */
export const lockSubsidiesOfLine = statement<{ id: string }>(
  'settlement.lock_subsidies_of_line',
  `select id from settlement.subsidy where line_id = $1 order by id for update`,
);

/**
 * What of the subsidies of a line ($2) goes back by a refund after settlement ($1; $3 rule version): each funder's part of a discount stays
 * in proportion to what of the line stays settled, rounded down, as it was owed; the rest goes, what was never paid first, the newest
 * debt first, less what went back before. Kept here; answers the sums by funder.
 */
export const giveBackOfLine = statement<FunderPart>(
  'settlement.give_back_of_line',
  `with line as materialized (
     select (select coalesce(sum(gross_fen - refund_fen), 0) from settlement.line where line_id = $2)::bigint as settled_fen,
            (select coalesce(sum(amount_fen), 0) from ordering.late_refund_v where line_id = $2)::bigint as late_fen
   ), debt as materialized (
     select subsidy.id, discount_id, funder_kind, funder_id, amount_fen, amount_fen - received_fen - withdrawn_fen as open_fen,
            received_fen - given.paid_fen as has_fen, given.fen as given_fen
       from settlement.subsidy
      cross join lateral (select coalesce(sum(paid_fen), 0)::bigint as paid_fen, coalesce(sum(withdrawn_fen + paid_fen), 0)::bigint as fen
                            from settlement.subsidy_back where subsidy_id = subsidy.id) given
      where line_id = $2
   ), wanted as (
     select discount_id,
            greatest(0, sum(amount_fen) - div(sum(amount_fen) * (settled_fen - late_fen), settled_fen) - sum(given_fen))::bigint as fen
       from debt cross join line where settled_fen > 0 group by discount_id, settled_fen, late_fen
   ), unpaid as (
     select debt.*, wanted.fen as wanted_fen,
            least(open_fen, greatest(0, wanted.fen - sum(open_fen) over newer + open_fen))::bigint as withdrawn_fen
       from debt join wanted using (discount_id) window newer as (partition by discount_id order by debt.id desc)
   ), rest as (
     select unpaid.*, wanted_fen - sum(withdrawn_fen) over (partition by discount_id) as rest_fen from unpaid
   ), taken as materialized (
     select id, funder_kind, funder_id, withdrawn_fen,
            least(has_fen, greatest(0, rest_fen - sum(has_fen) over newer + has_fen))::bigint as paid_fen
       from rest window newer as (partition by discount_id order by id desc)
   ), kept as (
     insert into settlement.subsidy_back (subsidy_id, adjustment_id, withdrawn_fen, paid_fen, rule_version)
     select id, $1, withdrawn_fen, paid_fen, $3 from taken where withdrawn_fen + paid_fen > 0
   ), less as (
     update settlement.subsidy set withdrawn_fen = subsidy.withdrawn_fen + taken.withdrawn_fen from taken
      where subsidy.id = taken.id and taken.withdrawn_fen > 0
   )
   select funder_kind, funder_id, sum(withdrawn_fen)::bigint as withdrawn_fen, sum(paid_fen)::bigint as paid_fen from taken
    where withdrawn_fen + paid_fen > 0 group by funder_kind, funder_id order by funder_kind, funder_id`,
);

/**
 * What organisations that fund discounts owe a supplier ($1) that leaves, where its orders, after-sales and dues are done, the last day of
 * its exit is over, and it is to give nothing back. The platform's own part is never among it: the platform pays.
 */
export const unpaidOfExit = statement<{ fen: bigint }>(
  'settlement.unpaid_subsidies_of_exit',
  `select coalesce(sum(amount_fen - received_fen - withdrawn_fen), 0)::bigint as fen from settlement.subsidy
    where supplier_id = $1 and funder_kind = 'organisation' and received_fen + withdrawn_fen < amount_fen
      and exists (select from admission.exit_step_v step where step.supplier_id = $1 and step.exit_state = 'running' and step.deadline < (platform.business_now() at time zone 'Asia/Shanghai')::date)
      and not exists (select from admission.exit_step_v step
                       where step.supplier_id = $1 and step.exit_state = 'running' and step.step in ('openOrders', 'afterSales', 'farmerDues')
                         and step.state <> 'done')
      and not exists (select from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
                       where account.code = 'supplierReceivable' and account.owner_id = $1 and balance.balance_fen > 0)`,
);

/** Takes all that organisations owe a supplier ($2) off the books by an approval ($1; $3 rule version); answers the sums by funder. */
export const withdrawUnpaid = statement<FunderPart>(
  'settlement.withdraw_unpaid_subsidies',
  `with held as materialized (
     select id, funder_kind, funder_id, amount_fen - received_fen - withdrawn_fen as open_fen from settlement.subsidy
      where supplier_id = $2 and funder_kind = 'organisation' and received_fen + withdrawn_fen < amount_fen order by id for update
   ), kept as (
     insert into settlement.subsidy_back (subsidy_id, adjustment_id, withdrawn_fen, paid_fen, rule_version)
     select id, $1, open_fen, 0, $3 from held
   ), less as (
     update settlement.subsidy set withdrawn_fen = withdrawn_fen + held.open_fen from held where subsidy.id = held.id
   )
   select funder_kind, funder_id, sum(open_fen)::bigint as withdrawn_fen, 0::bigint as paid_fen from held group by 1, 2 order by 1, 2`,
);
