do $$ begin
  assert (select count(*) from platform.file_hash_v) = (select count(*) from platform.file), 'every file has its hash';
end $$;
