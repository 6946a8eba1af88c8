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

  "a household's account is the sum of its shares, less what was paid out to it": `
    select count(*) from (select payee_id, sum(amount_fen) as fen from benefit.share group by payee_id) share
      left join (select payee_id, sum(amount_fen) as fen from settlement.payout_item
                  where state = 'paid' and purpose <> 'payable' group by payee_id) paid using (payee_id)
      left join ledger.account on account.code = 'householdPayable' and account.owner_id = share.payee_id
      left join ledger.balance_v on balance_v.account_id = account.id
     where share.fen - coalesce(paid.fen, 0) is distinct from balance_v.balance_fen`,

  "a supplier's account is the sum of its statements, less what was paid out to it": `
    select count(*) from (select supplier_id, sum(payable_fen) as fen from settlement.statement group by 1) said
      left join (select payee_id as supplier_id, sum(amount_fen) as fen from settlement.payout_item
                  where state = 'paid' and purpose = 'payable' group by 1) paid using (supplier_id)
      left join ledger.account on account.code = 'supplierPayable' and account.owner_id = said.supplier_id
      left join ledger.balance_v on balance_v.account_id = account.id
     where said.fen - coalesce(paid.fen, 0) <> coalesce(balance_v.balance_fen, 0)`,

  'what is due is what was settled; it is on one line at a time, of the same fen, and on none that came back': `
    select (select count(*) from (select run_id, supplier_id, payee_id, sum(amount_fen) as fen from settlement.payout_due
                                   where purpose <> 'payable' group by 1, 2, 3) due
              full join (select run_id, supplier_id, payee_id, sum(amount_fen) as fen from benefit.share
                           join settlement.run on run.id = share.run_id group by 1, 2, 3) share
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
     where (aside.id is not null) <> (item.state in ('setAside', 'paid', 'failed', 'returned'))
        or ended.kind is distinct from case item.state when 'paid' then 'postPending' when 'returned' then 'postPending'
                                                       when 'failed' then 'voidPending' end
        or coalesce(back.fen, 0) <> case item.state when 'returned' then item.amount_fen else 0 end`,
} as const;
