import { statement } from '@xihuo/platform';

export interface IndicationRow {
  id: string;
  row_version: number;
  name_zh: string;
  name_en: string;
  kinds: ('地理标志保护产品' | '地理标志商标' | '农产品地理标志')[];
  holder: string;
  mark_number: string;
  valid_from: string | null;
  valid_until: string | null;
  source: string;
  state: 'coming' | 'inForce' | 'expired';
  users: number;
}

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;
const NAMED = `certificate.kind = 'geographicalIndication' and certificate.scope = indication.name_zh`;

const INDICATION = `
  select indication.id, indication.row_version, indication.name_zh, indication.name_en, indication.kinds, indication.holder,
         indication.mark_number, indication.valid_from::text, indication.valid_until::text, indication.source,
         case when ${TODAY} < indication.valid_from then 'coming' when ${TODAY} > indication.valid_until then 'expired'
              else 'inForce' end as state,
         (select count(distinct certificate.supplier_id)::integer from admission.certificate_v certificate
            join admission.supplier_standing_v standing on standing.supplier_id = certificate.supplier_id and standing.may_sell
           where ${NAMED} and certificate.valid_until >= ${TODAY}) as users
    from catalogue.indication`;

/** Nobody types brackets and dashes of a number as the register prints them. */
const FOUND_BY = `regexp_replace(lower(concat_ws('|', indication.name_zh, indication.name_en, indication.holder,
    indication.mark_number)), '[[:space:][:punct:]（）〔〕［］【】《》、，。；：·—－]', '', 'g')`;

/** $1 a part of name, holder or number in small simplified signs without spaces, or null; $2 the entry to go on after; $3 how many. */
export const indicationPage = statement<IndicationRow>(
  'catalogue.indications',
  `${INDICATION}
    where ($1::text is null or strpos(${FOUND_BY}, $1) > 0)
      and ($2::uuid is null or indication.id < $2)
    order by indication.id desc limit $3`,
);
export const indicationById = statement<IndicationRow>(
  'catalogue.indication_by_id',
  `${INDICATION} where indication.id = $1`,
);
export const lockIndication = statement<{ row_version: number; before: Record<string, unknown> }>(
  'catalogue.lock_indication',
  `select row_version, jsonb_build_object('nameEn', name_en, 'kinds', kinds, 'holder', holder, 'markNumber', mark_number,
          'validFrom', valid_from, 'validUntil', valid_until, 'source', source) as before
     from catalogue.indication where id = $1 for update`,
);
export const insertIndication = statement<{ id: string }>(
  'catalogue.insert_indication',
  `insert into catalogue.indication (name_en, kinds, holder, mark_number, valid_from, valid_until, source, name_zh)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (name_zh) do nothing returning id`,
);
export const updateIndication = statement(
  'catalogue.update_indication',
  `update catalogue.indication set name_en = $1, kinds = $2, holder = $3, mark_number = $4, valid_from = $5, valid_until = $6,
                                   source = $7, row_version = row_version + 1 where id = $8`,
);

export interface IndicationUserRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  product_id: string | null;
  product_name_zh: string;
  product_name_en: string;
  number: string;
  valid_until: string;
  marked: boolean;
}

/** $1 indication, $2 the certificate to go on after or null, $3 how many. */
export const indicationUsers = statement<IndicationUserRow>(
  'catalogue.indication_users',
  `select certificate.id, certificate.supplier_id, supplier.name_zh as supplier_name, certificate.product_id,
          coalesce(product.name_zh, '') as product_name_zh, coalesce(product.name_en, '') as product_name_en,
          certificate.number, certificate.valid_until::text,
          certificate.valid_until >= ${TODAY} and exists (
            select from catalogue.gi_right_v held
             where held.product_id = certificate.product_id and held.supplier_id = certificate.supplier_id) as marked
     from catalogue.indication
     join admission.certificate_v certificate on ${NAMED}
     join registry.organisation_v supplier on supplier.id = certificate.supplier_id
     left join catalogue.product on product.id = certificate.product_id
    where indication.id = $1 and ($2::uuid is null or certificate.id < $2)
    order by certificate.id desc limit $3`,
);
