-- Counters of how often somebody did something lately. Unlogged: losing them in a crash costs nothing but a fresh count.
create unlogged table platform.rate_window (
  key_hash bytea primary key,
  taken integer not null,
  resets_at timestamptz not null
);
create index rate_window_age on platform.rate_window (resets_at);
grant select, insert, update, delete on platform.rate_window to xihuo_app;
revoke select on platform.rate_window from xihuo_auditor;
