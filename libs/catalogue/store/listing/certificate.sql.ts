import { statement } from '@xihuo/platform';

/** Papers of a product that are over and have no successor that is valid. */
export const expiredCertificates = statement<{ number: string }>(
  'catalogue.expired_certificates',
  `select distinct on (kind) number
     from admission.certificate_v over
    where supplier_id = $1 and product_id = $2
      and valid_until < (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
      and not exists (select from admission.certificate_v valid
                       where valid.supplier_id = over.supplier_id and valid.product_id = over.product_id
                         and valid.kind = over.kind and valid.valid_until > over.valid_until)
    order by kind, valid_until desc`,
);
