do $$ begin
  assert not exists (select from registry.policy where key = 'fulfilment.autoReceiptDays')
    or exists (select from registry.policy where key = 'fulfilment.shipWithinHours'), 'a living house knows when a parcel is late';
end $$;
