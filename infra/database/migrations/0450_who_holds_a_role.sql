-- Whose a role of the console is: what was done about it is written down of the person, and pages know the role alone. Who buys or
-- delivers is nobody's to look up.
create view identity.grant_holder_v as
  select id, person_id from identity.role_grant where role not in ('consumer', 'businessBuyer', 'farmer');
grant select on identity.grant_holder_v to xihuo_app;
