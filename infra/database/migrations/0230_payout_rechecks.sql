-- What a line was approved with is kept on the line, and what a batch was hashed by on the batch: both are compared again before
-- money leaves. Null and 'payout@1': from before, compared by what was kept then.
alter table settlement.payout_item
  add column bank_name text,
  add column cnaps_code text;
alter table settlement.payout_batch
  add column rule text not null default 'payout@1' check (rule in ('payout@1', 'payout@2')),
  -- When its file was first had: from then on a bank may know its lines, and they change no more.
  add column filed_at timestamptz;
grant update (filed_at) on settlement.payout_batch to xihuo_app;
