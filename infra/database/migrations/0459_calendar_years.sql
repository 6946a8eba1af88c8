-- A year's days off are entered in the console by two operators, as every other rule is: kept as the setting `calendar.<year>` with its
-- source, and day by day here, where periods are counted. A day belongs to the notice that names it: that of a year may begin with the
-- last days of the December before.
alter table registry.calendar_exception add column year integer;
update registry.calendar_exception set year = extract(year from day);
alter table registry.calendar_exception alter column year set not null;
create index calendar_exception_year on registry.calendar_exception (year, day);

grant delete on registry.calendar_exception to xihuo_app;
