-- How somebody wants a list of the desk to look, and the views of it they keep under names of their own: on whatever device they come to
-- work. A list of which nothing is kept stands at version 1. It is theirs alone and says nothing of the house, so it leaves no trail, and goes
-- with the account.
create table identity.desk_list (
  person_id uuid not null references identity.person,
  list text not null check (list ~ '^[A-Za-z0-9-]{1,40}$'),
  look jsonb not null check (jsonb_typeof(look) = 'object' and octet_length(look::text) <= 8192),
  views jsonb not null check (jsonb_typeof(views) = 'array' and jsonb_array_length(views) <= 20 and octet_length(views::text) <= 65536),
  version integer not null check (version > 1),
  changed_at timestamptz not null,
  primary key (person_id, list)
);

grant select, insert, update, delete on identity.desk_list to xihuo_app;
revoke select on identity.desk_list from xihuo_auditor;
