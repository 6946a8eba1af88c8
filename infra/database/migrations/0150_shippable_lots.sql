-- What may leave from a lot now, in grams: nothing of a recalled one, nor of one whose certificate does not cover what is in it.
create view trace.shippable_lot_v as
  select lot.id, lot.code, lot.supplier_id, lot.product_id, lot.produced_on,
         lot.received_grams - lot.shipped_grams - lot.processed_grams - lot.lost_grams as left_grams
    from trace.lot
    join catalogue.product_v product on product.id = lot.product_id
   where lot.state <> 'recalled'
     and not (trace.certificate_required(product.category, (platform.business_now() at time zone 'Asia/Shanghai')::date)
              and lot.certified_grams < lot.received_grams);

grant select on trace.shippable_lot_v to xihuo_app, xihuo_auditor;
