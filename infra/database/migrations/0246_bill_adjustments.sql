-- A line of a bill that is neither ours nor known to be harmless (a chargeback) has a kind of its own: it opens a case.
alter table payment.bill_line
  drop constraint bill_line_kind_check,
  add constraint bill_line_kind_check
    check (kind in ('payment', 'refund', 'refundFailure', 'transfer', 'transferReversal', 'adjustment', 'other'));
