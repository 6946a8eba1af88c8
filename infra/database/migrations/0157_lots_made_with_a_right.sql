-- A right that ends between payment and parcel: what was made while it held still goes out, what was made later does not.

create function trace.made_without_right(of_supplier uuid, made date, on_day date) returns boolean
  language sql stable parallel safe
  return exists (select from admission.supplier_standing_v standing
                  where standing.supplier_id = of_supplier and standing.valid_until < on_day and made > standing.valid_until);

create or replace view trace.shippable_lot_v as
  select lot.id, lot.code, lot.supplier_id, lot.product_id, lot.produced_on,
         lot.received_grams - lot.shipped_grams - lot.processed_grams - lot.lost_grams as left_grams
    from trace.lot
    join catalogue.product_v product on product.id = lot.product_id
   where lot.state <> 'recalled'
     and not (trace.certificate_required(product.category, (platform.business_now() at time zone 'Asia/Shanghai')::date)
              and lot.certified_grams < lot.received_grams)
     and not trace.made_without_right(lot.supplier_id, lot.produced_on,
                                      (platform.business_now() at time zone 'Asia/Shanghai')::date);

grant execute on function trace.made_without_right to xihuo_app, xihuo_auditor;
