-- The same chain, written in one statement a batch: each link still follows from the one before, but entry by entry cost an
-- insert and a delete of its own, and a table of ten thousand rows kept the sealer busy for longer than its writing took.

create or replace function platform.seal_audit(at_most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head record;
  entry record;
  snapshot pg_snapshot := pg_current_snapshot();
  sealed integer := 0;
  ids uuid[] := '{}';
  contents bytea[] := '{}';
  -- Of the link before the first, then of each.
  hashes bytea[];
  fresh bytea;
begin
  select position, hash into head from platform.audit_head for update skip locked;
  if not found then return 0; end if;
  hashes := array[head.hash];
  fresh := head.hash;

  -- A transaction number beyond the snapshot comes from the cluster a backup was taken from: it cannot be running here.
  for entry in
    select waiting.id, sha256(content.salt || convert_to(content.content, 'UTF8')) as content_hash
      from platform.audit_entry waiting join platform.audit_content content on content.entry_id = waiting.id
     where waiting.transaction < pg_snapshot_xmin(snapshot) or waiting.transaction > pg_snapshot_xmax(snapshot)
     order by waiting.transaction, waiting.id
     limit at_most
  loop
    sealed := sealed + 1;
    fresh := sha256(fresh || int8send(head.position + sealed) || entry.content_hash);
    ids := array_append(ids, entry.id);
    contents := array_append(contents, entry.content_hash);
    hashes := array_append(hashes, fresh);
  end loop;
  if sealed = 0 then return 0; end if;

  insert into platform.audit_chain (position, entry_id, content_hash, previous_hash, hash, sealed_at)
  select head.position + link.nth, link.entry_id, link.content_hash, link.previous_hash, link.hash, clock_timestamp()
    from unnest(ids, contents, hashes[:sealed], hashes[2:]) with ordinality
           as link (entry_id, content_hash, previous_hash, hash, nth);
  delete from platform.audit_entry where id = any (ids);
  update platform.audit_head set position = head.position + sealed, hash = fresh;
  insert into platform.audit_checkpoint (position, head_hash, entries, sealed_at)
  values (head.position + sealed, fresh, sealed, clock_timestamp());
  return sealed;
end $$;
