-- A certification is good on its last day, as licences and recognitions are; and a trader sells nothing while the producer whose
-- goods it sells may not: both are read in the very statement that sells.
create or replace view admission.supplier_standing_v as
  select certification.supplier_id,
         certification.certified_on,
         certification.valid_until,
         coalesce(strictest.standing, 'certified') as standing,
         certification.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
           and coalesce(strictest.standing, 'certified') not in ('exited', 'suspended')
           and not exists (
             select from admission.mandate
               left join admission.certification producer on producer.supplier_id = mandate.producer_id
              where mandate.application_id = certification.application_id and mandate.state = 'confirmed'
                and (producer.supplier_id is null
                     or producer.valid_until < (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
                     or exists (select from admission.measure
                                 where measure.supplier_id = mandate.producer_id and measure.ended_at is null
                                   and measure.kind in ('exit', 'suspension')))) as may_sell
    from admission.certification
    left join lateral (
      select case measure.kind when 'exit' then 'exited' when 'suspension' then 'suspended'
                               when 'rectification' then 'rectifying' else 'warned' end as standing
        from admission.measure
       where measure.supplier_id = certification.supplier_id and measure.ended_at is null
         and measure.kind in ('exit', 'suspension', 'rectification', 'warning')
       order by array_position(array['exit', 'suspension', 'rectification', 'warning'], measure.kind)
       limit 1
    ) strictest on true;

create or replace view admission.listing_right_v as
  select approval.supplier_id, approval.product_id,
         approval.ended_at is null
         and exists (select from admission.certification
                      where certification.supplier_id = approval.supplier_id
                        and certification.valid_until >= (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
                        and not exists (
                          select from admission.mandate
                            left join admission.certification producer on producer.supplier_id = mandate.producer_id
                           where mandate.application_id = certification.application_id and mandate.state = 'confirmed'
                             and (producer.supplier_id is null
                                  or producer.valid_until < (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
                                  or exists (select from admission.measure
                                              where measure.supplier_id = mandate.producer_id and measure.ended_at is null
                                                and measure.kind in ('exit', 'suspension')))))
         and not exists (select from admission.measure
                          where measure.supplier_id = approval.supplier_id and measure.ended_at is null
                            and (measure.kind in ('exit', 'suspension')
                                 or (measure.kind = 'productDelisting' and measure.product_id = approval.product_id)))
           as may_sell
    from admission.listing_approval approval;
