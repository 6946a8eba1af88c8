-- Lists of the console are sorted by what stands in them: a page is found by an index however many rows lie before it.
create index application_submitted on admission.application (submitted_at, id) where submitted_at is not null;
create index statement_closing on settlement.statement (closing_fen, id);
create index payout_item_amount on settlement.payout_item (batch_id, amount_fen, id);
