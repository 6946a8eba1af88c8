-- Three roles stand between the application and its data: the owner defines tables and nobody logs in as it at run time;
-- the application reads and writes what each migration grants it, table by table; the auditor reads.
-- Roles belong to the cluster, not to the database, so they may exist already (a second database, a template's clone).
do $$
declare
  wanted text;
begin
  foreach wanted in array array['xihuo_owner', 'xihuo_app', 'xihuo_auditor'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another database of this cluster is being set up at the same moment
      end;
    end if;
    if not pg_has_role(current_user, wanted, 'member') then
      execute format('grant %I to current_user', wanted);
    end if;
  end loop;
end $$;

do $$
declare
  context text;
begin
  execute format('grant create, connect, temporary on database %I to xihuo_owner', current_database());
  foreach context in array array[
    'platform', 'registry', 'ledger', 'identity', 'admission', 'catalogue', 'trace', 'payment', 'ordering', 'dispute',
    'benefit', 'settlement', 'insight'
  ] loop
    execute format('create schema %I authorization xihuo_owner', context);
    execute format('grant usage on schema %I to xihuo_app, xihuo_auditor', context);
    execute format('alter default privileges for role xihuo_owner in schema %I grant select on tables to xihuo_auditor', context);
  end loop;
end $$;

create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gin with schema public;
create extension if not exists btree_gist with schema public;
