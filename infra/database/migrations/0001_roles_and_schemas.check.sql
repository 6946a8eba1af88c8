do $$
begin
  assert (select count(*) = 3 from pg_roles where rolname in ('xihuo_owner', 'xihuo_app', 'xihuo_auditor')), 'three roles';
  assert not exists (select from pg_roles where rolname like 'xihuo\_%' and rolcanlogin), 'no role of ours logs in by itself';
  assert (select count(*) = 13 from pg_namespace where nspowner = 'xihuo_owner'::regrole), 'a schema per context';
  -- Trigram search sees no Chinese under lc_ctype C; a cluster like that must be refused now, not found out by a customer.
  assert cardinality(show_trgm('苹果')) > 0, 'the database needs lc_ctype C.UTF-8 (or another UTF-8 ctype)';
end $$;
