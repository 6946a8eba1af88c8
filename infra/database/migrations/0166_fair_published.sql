-- When a fair was published: one that is called off before is a draft thrown away, and nobody reads of it. Of those that stand in a
-- living house it is not known, so what is not a draft counts as published.
alter table catalogue.fair add published_at timestamptz;
update catalogue.fair set published_at = created_at where state <> 'draft';
alter table catalogue.fair add constraint published_has_a_time check (state <> 'published' or published_at is not null);
drop index catalogue.fair_days;
create index fair_days on catalogue.fair (starts_on, id) where published_at is not null;
