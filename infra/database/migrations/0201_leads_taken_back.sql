-- Consent that an exhibitor is told who asks is given to a text, and may be taken back (PIPL art. 15): the contact goes, what was asked stays.
alter table catalogue.lead
  add column consent_version text not null default '1',
  alter column contact_sealed drop not null,
  drop constraint lead_state_check,
  add constraint lead_state_check check (state in ('new', 'contacted', 'quoted', 'ordered', 'lost', 'withdrawn')),
  add constraint taken_back_without_contact check ((state = 'withdrawn') = (contact_sealed is null));
alter table catalogue.lead alter column consent_version drop default;
