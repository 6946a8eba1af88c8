-- A refund that the provider refuses again and again is a case of finance's, as what does not agree is.
alter table payment.difference drop constraint difference_kind_check;
alter table payment.difference add constraint difference_kind_check check (kind in
  ('missingHere', 'missingThere', 'wrongAmount', 'twice', 'late', 'refundUnknown', 'ledgerMissing', 'refundFailing'));

-- Those not at their end are looked for at each comparison, and there are few of them.
create index refund_not_ended on payment.refund (attempt) where state <> 'succeeded';
