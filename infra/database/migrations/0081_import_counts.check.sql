do $$
declare
  handed uuid := uuidv7();
begin
  insert into platform.import (id, kind, scope_id, file_name, sha256, headings, ignored, created_by, created_at, request_id)
  values (handed, 'stock', uuidv7(), 'a', sha256('a'), '{}', '[]', uuidv7(), now(), 'a');
  insert into platform.import_row (import_id, number, state, shown, content) values (handed, 1, 'ready', '{}', '{}');
  begin
    insert into platform.import_row (import_id, number, state, shown) values (handed, 2, 'ready', '{}');
    raise exception 'a row that waits without its content was taken';
  exception when check_violation then null;
  end;
  begin
    update platform.import_row set content_sealed = 'a' where import_id = handed;
    raise exception 'a row was kept both open and sealed';
  exception when check_violation then null;
  end;
  begin
    update platform.import set ready = -1 where id = handed;
    raise exception 'less than no row was left to write';
  exception when check_violation then null;
  end;
  delete from platform.import where id = handed;
end $$;
