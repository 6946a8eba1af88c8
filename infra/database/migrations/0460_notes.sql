-- What people who work with a thing write down for their colleagues, shown beside what was done to it. Which thing it is about stands in the
-- line of the trail that names it; for whom it is, here: those of the platform, an office of a county, one organisation. Nothing of it is
-- written over: what was wrong is put right by another note.
create table insight.note (
  id uuid primary key,
  side text not null,
  person_id uuid not null,
  words text not null check (length(words) between 1 and 4000),
  written_at timestamptz not null
);
revoke all on insight.note from xihuo_app, xihuo_auditor;
grant select, insert on insight.note to xihuo_app;
