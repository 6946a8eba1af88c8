-- What words found and filters took away again is a lack too: of such goods from there, with that certificate.
alter table catalogue.zero_result add column filters text[] not null default '{}';
alter table catalogue.zero_result drop constraint zero_result_pkey;
alter table catalogue.zero_result add primary key (day, query, filters);
