/** From the shards of a run to what was paid out: the same fen at every step. */
export const payoutInvariants = {
  'what is settled of a run is of its settled shards, a shard counts its suppliers, and a posted run has no other': `
    select (select count(*) from (select distinct run_id, supplier_id from settlement.line) done
              left join settlement.shard_supplier member using (run_id, supplier_id)
              left join settlement.shard on shard.id = member.shard_id
             where shard.state is distinct from 'settled')
         + (select count(*) from settlement.shard
              left join (select shard_id, count(*) as suppliers, sum(lines) as lines from settlement.shard_supplier group by 1) member
                on member.shard_id = shard.id
             where (member.suppliers, member.lines) is distinct from (shard.suppliers::bigint, shard.lines::bigint))
         + (select count(*) from settlement.run join settlement.shard on shard.run_id = run.id
             where run.state = 'posted' and shard.state <> 'settled')`,

  'shares and transfers to households are the same fen': `
    select count(*) from (select transfer_id, sum(amount_fen) as fen from benefit.share group by transfer_id) share
      full join (select id, amount_fen as fen from ledger.transfer where code like 'share.%') booked on booked.id = share.transfer_id
     where share.fen is distinct from booked.fen`,

  "a household's account is the sum of its shares, less what of them went back and what was paid out to it": `
    select count(*) from (select payee_id, sum(amount_fen) as fen
                            from (select payee_id, amount_fen from benefit.share union all select payee_id, -amount_fen from benefit.share_back_v) told
                           group by payee_id) share
      left join (select payee_id, sum(amount_fen) as fen from settlement.payout_item
                  where state = 'paid' and purpose <> 'payable' group by payee_id) paid using (payee_id)
      left join ledger.account on account.code = 'householdPayable' and account.owner_id = share.payee_id
      left join ledger.balance_v on balance_v.account_id = account.id
     where share.fen - coalesce(paid.fen, 0) is distinct from balance_v.balance_fen`,

  "a supplier's accounts are the sum of its statements and of late refunds and write-offs on none, less what was paid out to it": `
    select count(*) from (select supplier_id, sum(payable_fen + adjustment_fen - late_refund_fen) as fen from settlement.statement group by 1) said
      left join (select payee_id as supplier_id, sum(amount_fen) as fen from settlement.payout_item
                  where state = 'paid' and purpose = 'payable' group by 1) paid using (supplier_id)
      left join (select supplier_id, sum(amount_fen) as fen from settlement.adjustment where kind <> 'correction' and state = 'approved' group by 1) late
        using (supplier_id)
      left join (select owner_id as supplier_id, sum(case account.code when 'supplierPayable' then balance_fen else -balance_fen end) as fen
                   from ledger.account join ledger.balance_v on balance_v.account_id = account.id
                  where account.code in ('supplierPayable', 'supplierReceivable') group by 1) booked using (supplier_id)
     where said.fen + coalesce(late.fen, 0) - coalesce(paid.fen, 0) <> coalesce(booked.fen, 0)`,

  'a statement opens with what the one before closed with, and its adjustments and payments stand on it': `
    select (select count(*) from (select opening_fen, lag(closing_fen, 1, 0::bigint) over (partition by supplier_id order by period_end) as before
                                    from settlement.statement) link where opening_fen <> before)
         + (select count(*) from settlement.statement
              left join (select statement_id, coalesce(sum(amount_fen) filter (where kind not in ('lateRefund', 'subsidyOff')), 0) as fen,
                                coalesce(-sum(amount_fen) filter (where kind = 'lateRefund'), 0) as late
                           from settlement.adjustment where state = 'posted' group by 1) told on told.statement_id = statement.id
              left join (select statement_id, sum(case event when 'pay' then amount_fen else -amount_fen end) as fen
                           from settlement.payout_stated join settlement.payout_item on payout_item.id = item_id group by 1) paid on paid.statement_id = statement.id
             where (adjustment_fen, late_refund_fen, payout_fen)
                is distinct from (coalesce(told.fen, 0)::bigint, coalesce(told.late, 0)::bigint, coalesce(paid.fen, 0)::bigint))`,

  'what of a supplier is due, on a list or at the bank is what it has': `
    select count(*) from (select owner_id, balance_fen from ledger.account join ledger.balance_v on balance_v.account_id = account.id
                           where account.code = 'supplierPayable') held
      left join (select due.payee_id, sum(due.amount_fen) as fen from settlement.payout_due due left join settlement.payout_item item on item.id = due.item_id
                  where due.purpose = 'payable' and (item.id is null or item.state in ('drawn', 'setAside')) group by 1) due on due.payee_id = held.owner_id
     where held.balance_fen <> coalesce(due.fen, 0)`,

  'what was funded of a debt is its shares, less what of them went back': `
    select count(*) from benefit.obligation
      left join (select obligation_id, sum(amount_fen) as fen
                   from (select obligation_id, amount_fen from benefit.share union all select obligation_id, -amount_fen from benefit.share_back) told
                  group by 1) share on share.obligation_id = obligation.id
     where funded_fen <> coalesce(share.fen, 0)`,

  'what is due is what was settled; it is on one line at a time, of the same fen, and on none that came back': `
    select (select count(*) from (select run_id, supplier_id, payee_id, sum(amount_fen) as fen from settlement.payout_due
                                   where purpose <> 'payable' group by 1, 2, 3) due
              full join (select run_id, supplier_id, payee_id, sum(amount_fen) as fen
                           from (select run_id, supplier_id, payee_id, amount_fen from benefit.share
                                 union all select run_id, supplier_id, payee_id, -amount_fen from benefit.share_back_v) told
                           join settlement.run on run.id = told.run_id group by 1, 2, 3) share
                using (run_id, supplier_id, payee_id)
             where due.fen is distinct from share.fen)
         + (select count(*) from settlement.payout_item item
              left join (select item_id, sum(amount_fen) as fen from settlement.payout_due where item_id is not null group by 1) due
                on due.item_id = item.id
             where coalesce(due.fen, 0) <> case when item.state in ('drawn', 'setAside', 'paid') then item.amount_fen else 0 end)`,

  'money for a payout is set aside, paid, given back and returned as its line says': `
    select count(*) from settlement.payout_item item
      left join ledger.transfer aside on aside.id = item.id and aside.kind = 'pending' and aside.amount_fen = item.amount_fen
      left join ledger.transfer ended on ended.pending_id = item.id
      left join (select source_id, sum(amount_fen) as fen from ledger.transfer where code = 'payout.bounce' group by 1) back on back.source_id = item.id
     where case when item.state in ('voided', 'discarded') then (aside.id is null) <> (ended.id is null)
                else (aside.id is not null) <> (item.state in ('setAside', 'paid', 'failed', 'returned')) end
        or ended.kind is distinct from case item.state when 'paid' then 'postPending' when 'returned' then 'postPending'
                                                       when 'failed' then 'voidPending'
                                                       when 'voided' then case when aside.id is not null then 'voidPending' end
                                                       when 'discarded' then case when aside.id is not null then 'voidPending' end end
        or coalesce(back.fen, 0) <> case item.state when 'returned' then item.amount_fen else 0 end`,
} as const;
