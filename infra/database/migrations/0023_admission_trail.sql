-- The audit trail of the admission, for whom it is there to be read: who did what, when, to whom, before and after.

-- What was written down, and at which place of the chain it was sealed: for the contexts above, which know whose matter it is.
create view platform.audit_content_v as
  select entry_id, subject_kind, subject_id, content from platform.audit_content;
create view platform.audit_place_v as
  select entry_id, position from platform.audit_chain;
grant select on platform.audit_content_v, platform.audit_place_v to xihuo_app, xihuo_auditor;

-- Whose matter a line of the trail is, and in which county: that decides which auditor reads it.
create view admission.trail_subject_v as
  select 'supplier' as kind, organisation.id, organisation.id as supplier_id, organisation.county_code
    from registry.organisation_v organisation
   where organisation.kind in ('cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader')
  union all
  select 'organisation', organisation.id, organisation.id, organisation.county_code
    from registry.organisation_v organisation
   where organisation.kind in ('cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader')
  union all
  select 'application', id, supplier_id, county_code from admission.application
  union all
  select 'mandate', mandate.id, application.supplier_id, application.county_code
    from admission.mandate join admission.application on application.id = mandate.application_id
  union all
  select 'inspection', id, supplier_id, county_code from admission.inspection
  union all
  select 'publicNotice', id, supplier_id, county_code from admission.public_notice
  union all
  select 'objection', objection.id, notice.supplier_id, notice.county_code
    from admission.objection join admission.public_notice notice on notice.id = objection.notice_id
  union all
  select 'dossier', id, supplier_id, county_code from admission.product_dossier
  union all
  select 'product', product_id, supplier_id, min(county_code) from admission.product_dossier group by product_id, supplier_id
  union all
  select 'listing', product_id, supplier_id, min(county_code) from admission.product_dossier group by product_id, supplier_id
  union all
  select 'recognition', id, supplier_id, county_code from admission.recognition
  union all
  select 'case', id, supplier_id, county_code from admission.watch_case
  union all
  select 'measure', measure.id, measure.supplier_id, organisation.county_code
    from admission.measure join registry.organisation_v organisation on organisation.id = measure.supplier_id
  union all
  select 'appeal', appeal.id, measure.supplier_id, organisation.county_code
    from admission.appeal
    join admission.measure on measure.id = appeal.measure_id
    join registry.organisation_v organisation on organisation.id = measure.supplier_id
  union all
  select 'certificate', certificate.id, certificate.supplier_id, organisation.county_code
    from admission.certificate join registry.organisation_v organisation on organisation.id = certificate.supplier_id
  union all
  select 'recheck', id, supplier_id, county_code from admission.recheck
  union all
  select 'sample', id, supplier_id, county_code from admission.spot_check_sample
  union all
  select 'exit', id, supplier_id, county_code from admission.exit_procedure;
grant select on admission.trail_subject_v to xihuo_app, xihuo_auditor;
