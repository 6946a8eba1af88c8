-- The lines behind a figure are found by their day and the county of their supplier: a day of a province is a few thousand of them, of which
-- the days with none of what is asked for are passed over by what is kept of them. What is told of a line is read from the order itself.
create table insight.sold_line (
  day date not null,
  -- Of the supplier; '000000' where it is not known.
  county text not null,
  line_id uuid not null,
  way text not null check (way in ('purchased', 'helped')),
  -- Province bought from; the keys are those of the days' figures.
  bought_from text not null,
  category text not null,
  channel text not null,
  campaign text not null,
  primary key (day, county, line_id) include (way, bought_from, category, channel, campaign)
);

grant select, insert, update, delete on insight.sold_line to xihuo_app;
grant select on insight.sold_line to xihuo_auditor;

-- What was sold before.
insert into insight.sales_stale (day) select distinct day from insight.sales_day;
