-- Bytes whose files are gone, until they are gone themselves: they lie outside of the database, where no transaction takes them back.
create table platform.unnamed_bytes (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  noted_at timestamptz not null
);

grant select, insert, delete on platform.unnamed_bytes to xihuo_app;
grant select on platform.unnamed_bytes to xihuo_auditor;
