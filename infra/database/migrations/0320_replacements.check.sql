do $$
begin
  assert (select count(*) from pg_constraint where conrelid = 'ordering.after_sale'::regclass
           and conname in ('after_sale_kind_check', 'after_sale_state_check') and pg_get_constraintdef(oid) ~ 'exchange|replaced') = 2,
    'claims may end with other packs';
  assert to_regclass('ordering.shipment_case') is not null, 'a claim is answered with one parcel';
  assert not has_table_privilege('xihuo_app', 'trace.movement', 'UPDATE'), 'movements are never edited';
  assert not exists (select from trace.movement where in_place), 'whatever left before was sold';
end $$;
