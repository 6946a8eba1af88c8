-- A transaction that has written, but not to the ledger, keeps the horizon back below which a checkpoint sums; those who posted and
-- ended meanwhile lie outside it, though nobody posts any more and the watermark stands at the clock. So the moment up to which a
-- checkpoint speaks ends before the first of them: a balance of that moment would otherwise leave them out.
-- Folds what was written since the last time: accounts with a long tail get a checkpoint. Answers how many did.
create or replace function ledger.fold(tail_of integer default 1000) returns integer
language plpgsql security definer set search_path = ledger, pg_temp as $$
declare
  since ledger.fold_mark;
  sure timestamptz;
  stable xid8;
  moment timestamptz;
  folded integer;
begin
  sure := ledger.watermark();
  stable := pg_snapshot_xmin(pg_current_snapshot());
  moment := clock_timestamp();
  select * into since from ledger.fold_mark for update;
  if since.below >= stable then
    return 0;
  end if;
  select least(sure, min(posted_at)) into sure from ledger.transfer
   where posted_at >= since.watermark_at and posted_at < sure and written_by >= stable;
  with touched as materialized (
    select debit_account as account_id from ledger.transfer
     where posted_at >= since.watermark_at and written_by >= since.below and written_by < stable
    union
    select credit_account from ledger.transfer
     where posted_at >= since.watermark_at and written_by >= since.below and written_by < stable
  ), folding as (
    insert into ledger.checkpoint (account_id, below, debits_fen, credits_fen, transfers, taken_at, watermark_at)
    select touched.account_id, stable, coalesce(last.debits_fen, 0) + tail.debits, coalesce(last.credits_fen, 0) + tail.credits,
           coalesce(last.transfers, 0) + tail.transfers, moment, sure
      from touched
      left join lateral (
        select * from ledger.checkpoint where account_id = touched.account_id order by below desc limit 1) last on true
     cross join lateral (
        select coalesce(sum(debit_fen), 0)::bigint as debits, coalesce(sum(credit_fen), 0)::bigint as credits, count(*) as transfers
          from ledger.booked_v
         where account_id = touched.account_id and written_by >= coalesce(last.below, '0') and written_by < stable) tail
     where tail.transfers >= tail_of
    returning 1
  ) select count(*) into folded from folding;
  update ledger.fold_mark set below = stable, watermark_at = sure;
  return folded;
end $$;
