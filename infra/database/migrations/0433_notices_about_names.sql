-- What a notice is about may be named by what has capitals and points in its name too, such as a version of a standard.
alter table platform.notice drop constraint about_something;
alter table platform.notice add constraint about_something check (about ~ '^[a-z]+:[0-9A-Za-z./_-]+$') not valid;
