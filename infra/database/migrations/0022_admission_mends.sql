-- Who wrote in a draft: whoever changed a criterion of it does not put it into force, though somebody else began it.
alter table admission.standard_draft
  add column edited_by uuid[] not null default '{}',
  add check (state <> 'published' or not decided_by = any(edited_by));
