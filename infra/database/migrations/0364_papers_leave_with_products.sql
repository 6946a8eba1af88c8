-- A paper is anybody's to look at as long as what it stands for is in the shop: with the listing that ended, its being shown ends too.
create or replace view admission.certificate_picture_v as
  select certificate.id, certificate.file_id
    from admission.certificate
    join platform.file on file.id = certificate.file_id and file.media_type in ('image/jpeg', 'image/png')
   where certificate.state = 'valid'
     and certificate.kind in ('foodProductionLicence', 'foodOperationLicence', 'greenFood', 'organic', 'geographicalIndication')
     and exists (select from admission.open_listing_v listing
                  where listing.supplier_id = certificate.supplier_id
                    and (certificate.product_id is null or listing.product_id = certificate.product_id));
