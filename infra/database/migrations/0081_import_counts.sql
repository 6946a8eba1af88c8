-- How far an import is, kept with it: whoever watches one asks every second, and counted its rows each time. What a table
-- without anything sensitive says is kept as it is: only what must not be read at rest is sealed, cell by cell.

alter table platform.import
  add column ready integer not null default 0 check (ready >= 0),
  add column known integer not null default 0 check (known >= 0),
  add column faulty integer not null default 0 check (faulty >= 0),
  add column written integer not null default 0 check (written >= 0);

update platform.import
   set ready = counted.ready, known = counted.known, faulty = counted.faulty, written = counted.written
  from (select import_id, count(*) filter (where state = 'ready') as ready, count(*) filter (where state = 'known') as known,
               count(*) filter (where state = 'faulty') as faulty, count(*) filter (where state = 'written') as written
          from platform.import_row group by import_id) counted
 where counted.import_id = import.id;

alter table platform.import_row
  -- The whole row, of a kind that has nothing to hide; only while it waits to be written.
  add column content text,
  drop constraint import_row_check,
  add constraint waits_with_its_content check ((state = 'ready') = (num_nonnulls(content, content_sealed) = 1)),
  add constraint kept_once check (num_nulls(content, content_sealed) > 0);
