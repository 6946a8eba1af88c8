-- When it was last asked about an account, so that whoever reports looks at it again.
create or replace view admission.merchant_wanted_v as
  select applicant.supplier_id, coalesce(merchant.state, 'none') as state, merchant.reported_at
    from (select distinct supplier_id from admission.application where state not in ('draft', 'rejected', 'withdrawn')) applicant
    left join admission.merchant_state merchant using (supplier_id);
