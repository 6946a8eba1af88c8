-- What a second person approved is not written again by the application: neither a batch's hash nor its sums.
revoke update (list_hash, items, amount_fen) on settlement.payout_batch from xihuo_app;
