do $$
begin
  assert not exists (select from trace.shippable_lot_v lot join admission.supplier_standing_v standing using (supplier_id)
                      where standing.valid_until < (platform.business_now() at time zone 'Asia/Shanghai')::date
                        and lot.produced_on > standing.valid_until), 'what was made after the right ended is not offered for a parcel';
  assert has_function_privilege('xihuo_app', 'trace.made_without_right(uuid,date,date)', 'execute'), 'parcels ask it';
end $$;
