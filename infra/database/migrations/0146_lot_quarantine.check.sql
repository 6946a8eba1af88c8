do $$
begin
  assert not has_table_privilege('xihuo_app', 'trace.lot_quarantine', 'update'), 'what a vet certified is never written over';
  assert not trace.quarantine_required('handicraft', '2026-01-01'), 'a basket needs no vet';
end $$;
