-- A change that alone cannot be written into the index is tried again after an hour, and those behind it go on.
alter table catalogue.search_stale add column retry_at timestamptz;
