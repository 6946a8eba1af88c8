-- Who acted for which house at a moment: what is written down stays theirs when they have left. Of standing grants, which open
-- doors, there is role_grant_v.
create view identity.role_held_v as
  select person_id, role, organisation_id, granted_at as since, least(ended_at, until) as until from identity.role_grant;
grant select on identity.role_held_v to xihuo_app;
