import { payoutInvariants } from './payout-invariants';

/** What must hold in the database whatever has happened: each statement counts the rows that break it. */
export const invariants = {
  'a balance is what its transfers say, and never below zero': `
    select count(*) from ledger.balance
     cross join lateral (
       select coalesce(sum(amount_fen) filter (where debit_account = account_id), 0) as debits,
              coalesce(sum(amount_fen) filter (where credit_account = account_id), 0) as credits
         from ledger.transfer
        where account_id in (debit_account, credit_account) and kind in ('posted', 'postPending')) replay
     where (debits_posted_fen, credits_posted_fen) is distinct from (replay.debits::bigint, replay.credits::bigint)
        or case normal_side when 'credit' then debits > credits else credits > debits end`,

  'what is set aside is what was set aside and not resolved': `
    select count(*) from ledger.balance
     cross join lateral (
       select coalesce(sum(amount_fen) filter (where debit_account = account_id), 0) as debits,
              coalesce(sum(amount_fen) filter (where credit_account = account_id), 0) as credits
         from ledger.transfer pending
        where account_id in (debit_account, credit_account) and kind = 'pending'
          and not exists (select from ledger.transfer resolution where resolution.pending_id = pending.id)) replay
     where (debits_pending_fen, credits_pending_fen) is distinct from (replay.debits::bigint, replay.credits::bigint)`,

  'the books are even on every day': `
    select count(*) from (select distinct business_date from ledger.transfer) day
     where (select sum(debits_fen) <> sum(credits_fen) from ledger.trial_balance(day.business_date))`,

  'an order is the sum of its parts, a part the sum of its lines': `
    select count(*) from ordering.customer_order
      full join (select order_id, sum(amount_fen) as fen from ordering.supplier_order group by order_id) part on part.order_id = customer_order.id
      full join (select order_id, sum(amount_fen) as fen from ordering.order_line group by order_id) line on line.order_id = customer_order.id
     where amount_fen is distinct from part.fen or amount_fen is distinct from line.fen`,

  'discount and freight of an order are those of its parts, and of its lines': `
    select count(*) from ordering.customer_order
      left join (select order_id, sum(discount_fen) as off, sum(freight_fen) as freight from ordering.supplier_order group by 1) part
        on part.order_id = customer_order.id
      left join (select order_id, sum(discount_fen) as off, sum(freight_fen) as freight from ordering.order_line group by 1) line
        on line.order_id = customer_order.id
     where (discount_fen, freight_fen) is distinct from (part.off::bigint, part.freight::bigint)
        or (discount_fen, freight_fen) is distinct from (line.off::bigint, line.freight::bigint)`,

  'the discount of a line is what its funders give': `
    select count(*) from ordering.order_line line
      left join (select line_id, sum(discount_fen) as fen, sum(discount_fen) filter (where funder_kind <> 'supplier') as funded
                   from ordering.line_discount group by 1) told on told.line_id = line.id
     where line.discount_fen <> coalesce(told.fen, 0) or line.funded_fen <> coalesce(told.funded, 0)`,

  'every captured leg is booked once and in full, and nothing else is': `
    select count(*) from (select leg.supplier_order_id, sum(leg.amount_fen) as fen, count(*) as payments from payment.leg
                            join payment.payment on payment.id = leg.payment_id where payment.state = 'captured' group by 1) leg
      full join (select source_id, sum(amount_fen) as fen, count(*) as transfers from ledger.transfer
                  where code = 'payment.capture' group by source_id) booked on booked.source_id = leg.supplier_order_id
     where booked.fen is distinct from leg.fen or booked.transfers <> leg.payments`,

  'a paid order has a captured payment of its amount, or was paid by transfer in full': `
    select count(*) from ordering.customer_order left join payment.payment_v payment on payment.order_id = customer_order.id
      left join ordering.purchase_order purchase on purchase.order_id = customer_order.id and purchase.terms ->> 'payment' = 'onTerms'
     where customer_order.state = 'paid' and purchase.id is null
       and customer_order.amount_fen is distinct from (
         select sum(billed.amount_fen) from ordering.receivable billed join ordering.supplier_order part on part.id = billed.supplier_order_id
          where part.order_id = customer_order.id
            -- What a transfer that never came had paid is owed again.
            and (billed.open_fen = 0 or exists (select from ordering.receivable_payment again
                                                 where again.supplier_order_id = billed.supplier_order_id and again.amount_fen < 0)))
       and (payment.state is distinct from 'captured' or payment.amount_fen <> customer_order.amount_fen)`,

  'what is owed is what was accepted, less what was paid and credited, and stands so in the books': `
    select (select count(*) from ordering.receivable
              left join (select supplier_order_id, sum(amount_fen) as fen from ordering.receivable_payment group by 1) payment using (supplier_order_id)
              left join (select supplier_order_id, sum(amount_fen) as fen from ordering.credit_note group by 1) note using (supplier_order_id)
             where paid_fen <> coalesce(payment.fen, 0) or credited_fen + credited_paid_fen <> coalesce(note.fen, 0))
         + (select count(*) from (select organisation_id, sum(open_fen) as fen from ordering.receivable group by 1) owed
              full join (select owner_id, balance_fen from ledger.account join ledger.balance_v on balance_v.account_id = account.id
                          where account.code = 'buyerReceivable') booked on booked.owner_id = owed.organisation_id
             where coalesce(owed.fen, 0) is distinct from coalesce(booked.balance_fen, 0)::numeric)`,

  'an organisation has to its credit what it transferred or was credited, less what it paid with it and what was reversed or sent back': `
    select count(*) from ordering.business_account account
     cross join lateral (
       select (select coalesce(sum(amount_fen), 0) from ordering.bank_transfer item where item.organisation_id = account.organisation_id)
            - (select coalesce(sum(amount_fen), 0) from ordering.transfer_return back where back.organisation_id = account.organisation_id and back.state in ('approved', 'sent'))
            + (select coalesce(sum(credited_paid_fen - paid_fen), 0) from ordering.receivable owed
                where owed.organisation_id = account.organisation_id) as fen) told
      left join (select owner_id, balance_fen from ledger.account join ledger.balance_v on balance_v.account_id = account.id
                  where account.code = 'buyerCredit') booked on booked.owner_id = account.organisation_id
     where told.fen is distinct from coalesce(booked.balance_fen, 0)::numeric`,

  'a purchase order is its lines and freight, and the order it became is of the same sum': `
    select count(*) from ordering.purchase_order purchase
     cross join lateral (select sum(quantity * unit_price_fen) as fen from ordering.purchase_line line
                          where line.purchase_order_id = purchase.id) line
      left join ordering.customer_order on customer_order.id = purchase.order_id
     where line.fen is null or line.fen > purchase.amount_fen
        or (purchase.order_id is not null and customer_order.amount_fen is distinct from purchase.amount_fen)`,

  'what is owed is never released': `
    select count(*) from ordering.supplier_order part join ordering.receivable owed on owed.supplier_order_id = part.id
     where part.state = 'released' and owed.open_fen > 0
       and not exists (select from ordering.receivable_payment again where again.supplier_order_id = part.id and again.amount_fen < 0)`,

  'a leg counts its refunds, and never more than was captured': `
    select count(*) from payment.leg join payment.payment on payment.id = leg.payment_id
      left join (select payment_id, supplier_order_id, sum(amount_fen) as fen from payment.refund group by 1, 2) refund
        using (payment_id, supplier_order_id)
     where leg.refund_fen <> coalesce(refund.fen, 0) or leg.refund_fen > leg.amount_fen
        or (refund.fen is not null and payment.state <> 'captured')`,

  'every refund that went is booked once, and what came back is booked back': `
    select count(*) from (select supplier_order_id, sum(amount_fen) as fen from payment.refund where state = 'succeeded' group by supplier_order_id) refund
      full join (select source_id, sum(case code when 'payment.refund' then amount_fen else -amount_fen end) as fen from ledger.transfer
                  where code in ('payment.refund', 'payment.refundFailed') group by source_id) booked on booked.source_id = refund.supplier_order_id
     where coalesce(refund.fen, 0) <> coalesce(booked.fen, 0)`,

  'what lies in clearing is what was captured and not yet settled': `
    select abs((select coalesce(sum(case account.id when credit_account then amount_fen else -amount_fen end), 0)
                  from ledger.transfer join ledger.account on account.id in (debit_account, credit_account)
                 where account.code = 'orderClearing')
             - (select coalesce(sum(leg.amount_fen), 0) from payment.leg join payment.payment on payment.id = leg.payment_id
                 where payment.state = 'captured')
             - (select coalesce(sum(amount_fen - credited_fen - credited_paid_fen), 0) from ordering.receivable)
             + (select coalesce(sum(amount_fen), 0) from payment.refund where state = 'succeeded')
             + (select coalesce(sum(gross_fen - refund_fen + subsidy_fen), 0) from settlement.line)
             - (select coalesce(sum(amount_fen), 0) from settlement.subsidy_receipt)
             + (select coalesce(sum(held_fen), 0) from ordering.line_hold where closed_at is null)
             + (select coalesce(sum(amount_fen), 0) from settlement.adjustment where kind = 'lateRefund' and state in ('approved', 'posted')))`,

  'of a line never more is held, given back and settled than was paid for it': `
    select count(*) from ordering.order_line line
     cross join lateral (select coalesce(sum(coalesce(refund_fen, held_fen)), 0) as fen from ordering.line_hold where line_id = line.id) kept
     cross join lateral (select coalesce(sum(gross_fen), 0) as fen from settlement.line done where done.line_id = line.id) settled
     cross join lateral (select coalesce(sum(refund_fen), 0) as fen from ordering.line_progress done where done.line_id = line.id) back
     where kept.fen + settled.fen > line.amount_fen or kept.fen + back.fen > line.amount_fen`,

  "a dispute's account holds what is held for it, and nothing once it is over": `
    select count(*) from (select source_id, sum(held_fen) filter (where closed_at is null) as fen
                            from ordering.line_hold where source_kind = 'dispute' group by source_id) hold
      full join (select account.owner_id, balance_v.balance_fen from ledger.account join ledger.balance_v on balance_v.account_id = account.id
                  where account.code = 'disputeHold') held on held.owner_id = hold.source_id
     where coalesce(hold.fen, 0) is distinct from coalesce(held.balance_fen, 0)`,

  'every settled line is fee, households and supplier': `
    select count(*) from settlement.line
      left join (select line_id, run_id, sum(net_fen) as net, sum(fee_fen) as fee, sum(farmer_dues_fen) as dues
                   from settlement.portion group by line_id, run_id) portion using (line_id, run_id)
     where gross_fen - refund_fen + subsidy_fen <> fee_fen + farmer_dues_fen + payable_fen
        or (coalesce(portion.net, 0), coalesce(portion.fee, 0), coalesce(portion.dues, 0)) is distinct from ((gross_fen - refund_fen + subsidy_fen - fee_fen)::numeric, fee_fen::numeric, farmer_dues_fen::numeric)`,

  'what funders owe is in the books, to whom and by whom, and never more than they promised or paid': `
    select (select count(*) from settlement.subsidy
              join ordering.line_discount discount on discount.id = subsidy.discount_id
             where (select sum(amount_fen) from settlement.subsidy of_one where of_one.discount_id = discount.id) > discount.discount_fen
                or (subsidy.funder_kind, subsidy.funder_id) is distinct from (discount.funder_kind, discount.funder_id)
                or received_fen <> (select coalesce(sum(amount_fen), 0) from settlement.subsidy_part part where part.subsidy_id = subsidy.id)
                or withdrawn_fen <> (select coalesce(sum(back.withdrawn_fen), 0) from settlement.subsidy_back back where back.subsidy_id = subsidy.id)
                or received_fen < (select coalesce(sum(back.paid_fen), 0) from settlement.subsidy_back back where back.subsidy_id = subsidy.id))
         + (select count(*) from (select supplier_id as owner_id, 'supplierSubsidy' as code, sum(amount_fen - received_fen - withdrawn_fen) as fen
                                    from settlement.subsidy group by 1
                                  union all
                                  select funder_id, code, sum(fen)
                                    from (select funder_id, case funder_kind when 'platform' then 'platformSubsidy' else 'funderDebt' end as code,
                                                 amount_fen - received_fen - withdrawn_fen as fen from settlement.subsidy
                                          union all
                                          select funder_id, case funder_kind when 'platform' then 'platformSubsidy' else 'funderCredit' end,
                                                 case funder_kind when 'platform' then -paid_fen else paid_fen end
                                            from settlement.subsidy_back join settlement.subsidy on subsidy.id = subsidy_id
                                          union all
                                          select funder_id, case funder_kind when 'platform' then 'platformSubsidy' else 'funderCredit' end,
                                                 case funder_kind when 'platform' then amount_fen else -amount_fen end
                                            from settlement.subsidy_receipt where from_credit union all select funder_id, 'funderCredit', -amount_fen from settlement.subsidy_return) told group by 1, 2) owed
              full join (select account.owner_id, account.code,
                                sum(case when (account.id = transfer.credit_account) = (account.normal_side = 'credit')
                                         then amount_fen else -amount_fen end) as fen
                           from ledger.account left join ledger.transfer on account.id in (debit_account, credit_account)
                          where account.code in ('supplierSubsidy', 'platformSubsidy', 'funderDebt', 'funderCredit') group by 1, 2) booked
                on booked.code = owed.code and booked.owner_id is not distinct from owed.owner_id
             where coalesce(owed.fen, 0) <> coalesce(booked.fen, 0))
         + (select count(*) from (select line_id, sum(amount_fen) as fen from settlement.subsidy_part group by line_id) paid
              full join (select line_id, sum(subsidy_fen) as fen from settlement.line group by line_id) settled using (line_id)
             where coalesce(settled.fen, 0) > coalesce(paid.fen, 0))`,

  'of what is not looked at any more nothing is open, and a supplier has been paid what its lines say': `
    select (select count(*) from ordering.order_line_v line left join ordering.line_progress progress on progress.line_id = line.id
             cross join lateral (select count(*) as parts, coalesce(sum(gross_fen), 0) as fen from settlement.line done where done.line_id = line.id) settled
             cross join lateral (select coalesce(sum(coalesce(refund_fen, held_fen)), 0) as fen from ordering.line_hold where line_id = line.id) kept
             where line.settled_at is not null
               and line.amount_fen <> settled.fen + kept.fen + case settled.parts when 0 then coalesce(progress.refund_fen, 0) else 0 end)
         + (select count(*) from (select supplier_id, sum(payable_fen) as fen from settlement.line group by 1) said
              full join (select owner_id, sum(amount_fen) as fen from ledger.transfer join ledger.account on account.id = credit_account
                          where transfer.code = 'settle.payable' group by 1) booked on booked.owner_id = said.supplier_id
             where coalesce(said.fen, 0) <> coalesce(booked.fen, 0))`,

  ...payoutInvariants,

  "a supplier's debt is what of its obligations is open": `
    select count(*) from (select supplier_id, sum(open_fen + held_fen) as fen from benefit.obligation group by supplier_id) debt
      left join ledger.account on account.code = 'supplierDebt' and account.owner_id = debt.supplier_id
      left join ledger.balance_v on balance_v.account_id = account.id
     where debt.fen is distinct from balance_v.balance_fen`,

  'a payment made outside is its parts, and what is set aside or paid on a debt is what such payments say': `
    select (select count(*) from benefit.outside_payment payment
              left join (select payment_id, sum(amount_fen) as fen from benefit.outside_part group by payment_id) part on part.payment_id = payment.id
             where payment.amount_fen is distinct from part.fen)
         + (select count(*) from benefit.obligation
             cross join lateral (
               select coalesce(sum(part.amount_fen) filter (where state in ('recorded', 'witnessed', 'contested')), 0) as held,
                      coalesce(sum(part.amount_fen) filter (where state = 'confirmed'), 0) as outside
                 from benefit.outside_part part join benefit.outside_payment payment on payment.id = part.payment_id
                where part.obligation_id = obligation.id) said
             where (held_fen, outside_fen) is distinct from (said.held::bigint, said.outside::bigint))`,

  'a declared pool and a declared distribution are their parts, and every part that is something is owed': `
    select (select count(*) from benefit.pool
              left join (select pool_id, sum(amount_fen) as fen from benefit.pool_part group by pool_id) part on part.pool_id = pool.id
             where state = 'declared' and (declared_fen is distinct from part.fen
                or declared_fen is distinct from (select coalesce(sum(amount_fen), 0) from benefit.obligation where source_kind = 'pool' and source_id = pool.id)
                                               + (select coalesce(sum(amount_fen), 0) from benefit.rent where pool_id = pool.id)))
         + (select count(*) from benefit.distribution
              left join (select distribution_id, sum(amount_fen) as fen from benefit.distribution_part group by distribution_id) part
                on part.distribution_id = distribution.id
             where state = 'declared' and (by_volume_fen is distinct from part.fen
                or by_volume_fen is distinct from (select sum(amount_fen) from benefit.obligation where source_kind = 'distribution' and source_id = distribution.id)))`,

  'land that was let is owed by its days': `
    select count(*) from benefit.rent
      left join benefit.obligation on source_kind = 'rent' and source_id = rent.id
     where rent.amount_fen <> coalesce(obligation.amount_fen, 0)`,

  'a run is the sum of its statements': `
    select count(*) from settlement.run
      left join (select run_id, sum(gross_fen - refund_fen) as gross, sum(subsidy_fen) as subsidy, sum(farmer_dues_fen) as dues, sum(payable_fen) as payable
                   from settlement.statement group by run_id) statement on statement.run_id = run.id
     where run.state = 'posted' and (run.gross_fen, run.subsidy_fen, run.farmer_dues_fen, run.payable_fen)
        is distinct from (coalesce(gross, 0)::bigint, coalesce(subsidy, 0)::bigint, coalesce(dues, 0)::bigint, coalesce(payable, 0)::bigint)`,

  'each place is the sum of its movements, what is reserved is what open orders wait for, and what is moved leaves one place for another': `
    select (select count(*) from ordering.stock
              left join (select sku_id, place_id, sum(on_hand_change) as on_hand, sum(reserved_change) as reserved from ordering.stock_movement group by sku_id, place_id) moved using (sku_id, place_id)
              left join (select sku_id, sum(line.quantity - coalesce(shipped_packs + cancelled_packs, 0)) as quantity
                           from ordering.order_line line join ordering.supplier_order part on part.id = line.supplier_order_id left join ordering.line_progress on line_id = line.id
                          where part.state in ('awaitingPayment', 'toShip') group by sku_id) waiting using (sku_id)
             where stock.on_hand <> coalesce(moved.on_hand, 0) or stock.reserved <> coalesce(moved.reserved, 0) or (select sum(place.reserved) from ordering.stock place where place.sku_id = stock.sku_id) <> coalesce(quantity, 0))
         + (select count(*) from (select from ordering.stock_movement where order_id is not null group by order_id, sku_id, place_id having sum(reserved_change) < 0 or sum(on_hand_change) > 0) owing)
         + (select count(*) from (select from ordering.stock_movement where kind = 'move' group by cause_id having sum(on_hand_change) <> 0 or count(*) <> 2) torn)`,

  'what left a lot is what its shipments took': `
    select count(*) from trace.lot
      left join (select lot_id, sum(grams) as grams from trace.movement group by lot_id) moved on moved.lot_id = lot.id
     where lot.shipped_grams <> coalesce(moved.grams, 0) or lot.shipped_grams > lot.received_grams`,

  'a lot holds what came in, and what went on or was lost is on the record': `
    select count(*) from trace.lot
     cross join lateral (select
       (select coalesce(sum(yield_grams), 0) from trace.delivery where lot_id = lot.id and counts)
         + (select coalesce(sum(grams), 0) from trace.own_output where lot_id = lot.id)
         + (select coalesce(sum(grams), 0) from trace.processing_output where lot_id = lot.id) as came,
       (select coalesce(sum(grams), 0) from trace.processing_input where lot_id = lot.id) as went,
       (select coalesce(sum(grams), 0) from trace.lot_loss where lot_id = lot.id) as lost,
       (select coalesce(sum(grams), 0) from trace.packing where lot_id = lot.id) as packed) kept
     where (lot.received_grams, lot.processed_grams, lot.lost_grams, lot.packed_grams)
        is distinct from (kept.came::bigint, kept.went::bigint, kept.lost::bigint, kept.packed::bigint)`,

  'a part is shipped once every pack has left or was cancelled, and parcels hold what left their lots': `
    select (select count(*) from ordering.supplier_order
              left join (select line.supplier_order_id, sum(line.quantity) as bought, sum(progress.shipped_packs) as shipped,
                                sum(progress.cancelled_packs) as cancelled
                           from ordering.order_line line left join ordering.line_progress progress on progress.line_id = line.id
                          group by line.supplier_order_id) gone on gone.supplier_order_id = supplier_order.id
             where case when supplier_order.state in ('shipped', 'received', 'released')
                        then gone.bought is distinct from gone.shipped + gone.cancelled or gone.shipped = 0
                        when supplier_order.state = 'toShip' then gone.bought = gone.shipped + gone.cancelled
                        else coalesce(gone.shipped, 0) > 0 end)
         + (select count(*) from ordering.line_progress
              left join (select line_id, sum(packs) as packs from ordering.shipment_line join ordering.shipment on id = shipment_id where case_id is null group by line_id) parcel using (line_id)
             where shipped_packs <> coalesce(parcel.packs, 0))
         + (select count(*) from ordering.shipment_line
              full join (select shipment_id, order_line_id, sum(packs) as packs from trace.movement group by 1, 2) moved
                on moved.shipment_id = shipment_line.shipment_id and moved.order_line_id = shipment_line.line_id
             where shipment_line.packs is distinct from moved.packs)`,

  'the audit chain holds: every hash follows from the one before it': `
    select count(*) from (
      select *, lag(hash, 1, decode(repeat('00', 32), 'hex')) over (order by position) as before,
             row_number() over (order by position) as place from platform.audit_chain) link
     where previous_hash <> before or position <> place or hash <> sha256(previous_hash || int8send(position) || content_hash)`,
} as const;

/** Only once nothing is under way any more. */
export const whenQuiet = {
  'every event is worked off by all who want it': 'select count(*) from platform.outbox_event where done_at is null',
  'nothing was given up': 'select count(*) from platform.dead_letter',
  'every message of the provider is worked off': 'select count(*) from payment.inbox where handled_at is null',
  'no refund is under way': `select count(*) from payment.refund where state <> 'succeeded'`,
  'no paid payment waits for its order': `
    select count(*) from payment.payment join ordering.customer_order on customer_order.id = payment.order_id
     where payment.state = 'captured' and (customer_order.state in ('awaitingPayment', 'expiring')
        or (customer_order.state = 'cancelled' and payment.refunded_at is null))`,
} as const;
