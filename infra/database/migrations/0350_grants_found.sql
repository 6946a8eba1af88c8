-- Buyers have a grant each, and people of the console are few among them: lists of those are found by role, and what somebody ever
-- acted as (to name them beside a change, to hand it to them) by the person.
create index role_grant_of_role on identity.role_grant (role, id) where ended_at is null;
create index role_grant_of_person on identity.role_grant (person_id);
