-- Buyers read who issued a certificate, and look at the paper itself where it is a picture and public by rule.
alter table admission.certificate
  -- As the paper says it; empty where nobody said it.
  add column issuer text not null default '';

-- Of a test report it is its laboratory.
update admission.certificate certificate
   set issuer = dossier.evidence -> 'dossier' -> 'form' -> 'testReport' ->> 'laboratory'
  from admission.product_dossier dossier
 where certificate.kind = 'testReport' and dossier.supplier_id = certificate.supplier_id and dossier.product_id = certificate.product_id
   and dossier.state in ('approved', 'superseded')
   and dossier.evidence -> 'dossier' -> 'form' -> 'testReport' ->> 'number' = certificate.number
   and dossier.evidence -> 'dossier' -> 'form' -> 'testReport' ->> 'laboratory' is not null;

create or replace view admission.certificate_v as
  select id, supplier_id, product_id, kind, number, valid_until, verified_at, scope, issuer
    from admission.certificate where state = 'valid';

-- Whose paper anybody may look at: licences, which who sells food on a network has to show (电子商务法 art. 15, 食品安全法实施条例
-- art. 32), and marks, whose certificates are there to be shown. A test report names those who sampled and signed, a business licence
-- its representative: of them the facts are told. Only of who has a product in the shop, and only pictures.
create view admission.certificate_picture_v as
  select certificate.id, certificate.file_id
    from admission.certificate
    join platform.file on file.id = certificate.file_id and file.media_type in ('image/jpeg', 'image/png')
   where certificate.state = 'valid'
     and certificate.kind in ('foodProductionLicence', 'foodOperationLicence', 'greenFood', 'organic', 'geographicalIndication')
     and exists (select from admission.listing_approval listing
                  where listing.supplier_id = certificate.supplier_id
                    and (certificate.product_id is null or listing.product_id = certificate.product_id));
grant select on admission.certificate_picture_v to xihuo_app, xihuo_auditor;
