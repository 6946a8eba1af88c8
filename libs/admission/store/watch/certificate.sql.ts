import type { machines, watching } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { productNameOf } from './product-name';

export interface CertificateRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  product_id: string | null;
  product_name: string | null;
  kind: (typeof watching.CERTIFICATE_KINDS)[number];
  scope: string;
  number: string;
  issuer: string;
  valid_until: string | null;
  days_left: number | null;
  file_id: string | null;
  state: machines.CertificateState;
  handed_in_by: string | null;
  handed_in_at: Date;
  verified_at: Date | null;
  refusal: string | null;
  row_version: number;
}

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;
const CERTIFICATE = `select certificate.id, certificate.supplier_id, supplier.name_zh as supplier_name, supplier.county_code,
          certificate.product_id, ${productNameOf('certificate')}, certificate.kind, certificate.scope, certificate.number, certificate.issuer, certificate.valid_until,
          case when certificate.state = 'valid' then certificate.valid_until - ${TODAY} end as days_left, certificate.file_id,
          certificate.state, certificate.handed_in_by, certificate.handed_in_at, certificate.verified_at, certificate.refusal,
          certificate.row_version
     from admission.certificate certificate
     join registry.organisation_v supplier on supplier.id = certificate.supplier_id`;

export const lockCertificate = statement<CertificateRow>(
  'admission.lock_certificate',
  `${CERTIFICATE} where certificate.id = $1 for update of certificate`,
);

/** $2 patterns of county codes or null, $3 own suppliers or null. */
export const certificateById = statement<CertificateRow>(
  'admission.certificate_by_id',
  `${CERTIFICATE} where certificate.id = $1
      and (supplier.county_code like any($2::text[]) or certificate.supplier_id = any($3::uuid[]))`,
);

/** $1 patterns, $2 own suppliers, $3 state, $4 supplier, $5 last id, $6 rows. */
export const certificatePage = statement<CertificateRow>(
  'admission.certificate_page',
  `${CERTIFICATE} where (supplier.county_code like any($1::text[]) or certificate.supplier_id = any($2::uuid[]))
      and ($3::text is null or certificate.state = $3) and ($4::uuid is null or certificate.supplier_id = $4)
      and ($5::uuid is null or certificate.id > $5)
    order by certificate.id limit $6`,
);

/** What ends first; $1 patterns or null, $2 days, $3 supplier, $4 last id, $5 rows, $6 own suppliers or null. */
export const endingPage = statement<CertificateRow>(
  'admission.ending_certificate_page',
  `${CERTIFICATE} where (supplier.county_code like any($1::text[]) or certificate.supplier_id = any($6::uuid[]))
      and certificate.state = 'valid' and certificate.valid_until <= ${TODAY} + $2::integer and ($3::uuid is null or certificate.supplier_id = $3)
      and ($4::uuid is null
           or (certificate.valid_until, certificate.id) > (select valid_until, id from admission.certificate where id = $4))
    order by certificate.valid_until, certificate.id limit $5`,
);

export const insertCertificate = statement<{ id: string }>(
  'admission.insert_certificate',
  `insert into admission.certificate (supplier_id, product_id, kind, scope, number, issuer, valid_until, file_id, handed_in_by, handed_in_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (supplier_id, kind, scope, number, product_id, valid_until) where state <> 'refused' do nothing returning id`,
);

/** $2 state, $3 who, $4 now, $5 why it is refused. */
export const judgeCertificate = statement(
  'admission.judge_certificate',
  `update admission.certificate
      set state = $2, verified_by = $3, verified_at = $4, refusal = $5, row_version = row_version + 1 where id = $1`,
);

export const revokeCertificateRow = statement(
  'admission.revoke_certificate',
  `update admission.certificate set state = 'revoked', row_version = row_version + 1 where id = $1`,
);

/** What these take the place of: the same kind, scope and product, and no longer valid than they are. */
export const replaceForerunners = statement<{ id: string; supplier_id: string }>(
  'admission.replace_forerunners',
  `update admission.certificate forerunner set state = 'replaced', row_version = forerunner.row_version + 1
     from admission.certificate fresh
    where fresh.id = any($1::uuid[]) and fresh.state = 'valid' and forerunner.id <> fresh.id and forerunner.state = 'valid'
      and forerunner.supplier_id = fresh.supplier_id and forerunner.kind = fresh.kind and forerunner.scope = fresh.scope
      and forerunner.product_id is not distinct from fresh.product_id
      and coalesce(forerunner.valid_until, 'infinity') <= coalesce(fresh.valid_until, 'infinity')
      and not (forerunner.id = any($1::uuid[]))
   returning forerunner.id, forerunner.supplier_id`,
);

/** Revoked ones that these follow, as far as a case about it is open still. */
export const revokedForerunners = statement<{ id: string; supplier_id: string }>(
  'admission.revoked_forerunners',
  `select forerunner.id, forerunner.supplier_id
     from admission.certificate fresh
     join admission.certificate forerunner
       on forerunner.supplier_id = fresh.supplier_id and forerunner.kind = fresh.kind and forerunner.scope = fresh.scope
      and forerunner.product_id is not distinct from fresh.product_id and forerunner.state = 'revoked'
     join admission.watch_case opened
       on opened.supplier_id = forerunner.supplier_id and opened.state <> 'closed'
      and opened.source_key = 'certificate:' || forerunner.id::text
    where fresh.id = any($1::uuid[]) and fresh.state = 'valid'
    order by forerunner.id`,
);

/** Who was certified, or certified anew, since the last round; $1 how many at once. */
export const takeOverSuppliers = statement<{ supplier_id: string; application_id: string }>(
  'admission.take_over_suppliers',
  `insert into admission.watch (supplier_id, application_id, county_code, identity_checked_on, annual_checked_on)
   select certification.supplier_id, certification.application_id, application.county_code, certification.certified_on,
          certification.certified_on
     from admission.certification certification
     join admission.application application on application.id = certification.application_id
     left join admission.watch known on known.supplier_id = certification.supplier_id
    where known.application_id is distinct from certification.application_id
    order by certification.supplier_id limit $1
   on conflict (supplier_id) do update
     set application_id = excluded.application_id, county_code = excluded.county_code,
         identity_checked_on = excluded.identity_checked_on, annual_checked_on = excluded.annual_checked_on
   returning supplier_id, application_id`,
);

/** The licences that stood in the evidence of these applications, and the mandates behind them. $2 now. */
export const takeOverCertificates = statement<{ id: string }>(
  'admission.take_over_certificates',
  `with judged as (
     select supplier_id, id, evidence -> 'declared' as declared from admission.application
      where id = any($1::uuid[]) and evidence -> 'declared' is not null
   ), stated as (
     select supplier_id, 'businessLicence' as kind, '' as scope, declared ->> 'uscc' as number, '' as issuer,
            (declared ->> 'licenceValidUntil')::date as valid_until
       from judged where declared ->> 'uscc' is not null
     union all
     select judged.supplier_id, 'foodProductionLicence', substr(licence.number, 3, 3), licence.number, coalesce(licence.issuer, ''),
            licence."validUntil"
       from judged, jsonb_to_recordset(coalesce(judged.declared -> 'foodLicences', '[]')) as licence (number text, issuer text, "validUntil" date)
     union all
     select judged.supplier_id, 'mandate', mandate.producer_id::text, mandate.id::text, '', mandate.valid_until
       from judged join admission.mandate mandate on mandate.application_id = judged.id and mandate.state = 'confirmed'
   )
   insert into admission.certificate (supplier_id, kind, scope, number, issuer, valid_until, state, handed_in_at, verified_by, verified_at)
   select distinct supplier_id, kind, scope, number, issuer, valid_until, 'valid', $2::timestamptz, 'system:watching', $2::timestamptz
     from stated
   on conflict (supplier_id, kind, scope, number, product_id, valid_until) where state <> 'refused' do nothing
   returning id`,
);

export interface EndingRow {
  id: string;
  supplier_id: string;
  kind: string;
  number: string;
  valid_until: string;
  days_before: number;
}

// One of the same kind that lasts longer and is valid stands in for it.
const COVERED = `exists (
  select from admission.certificate other
   where other.supplier_id = certificate.supplier_id and other.kind = certificate.kind and other.id <> certificate.id
     and other.scope = certificate.scope and other.product_id is not distinct from certificate.product_id
     and other.state = 'valid' and coalesce(other.valid_until, 'infinity') > certificate.valid_until
     and coalesce(other.valid_until, 'infinity') >= $1::date)`;

/** Notes which reminders are due, each once; $1 today, $2 days before. A missed day is made up by the nearest one. */
export const remindOfEnds = statement<EndingRow>(
  'admission.remind_of_ends',
  `with due as (
     select certificate.id, certificate.supplier_id, certificate.kind, certificate.number, certificate.valid_until,
            (select min(threshold) from unnest($2::integer[]) as threshold
              where threshold >= certificate.valid_until - $1::date) as days_before
       from admission.certificate certificate
      where certificate.state = 'valid' and certificate.valid_until >= $1::date
        and certificate.valid_until <= $1::date + (select max(threshold) from unnest($2::integer[]) as threshold)
        and not ${COVERED}
   ), told as (
     insert into admission.certificate_reminder (certificate_id, days_before, told_on)
     select id, days_before, $1 from due on conflict do nothing returning certificate_id
   )
   select due.* from due join told on told.certificate_id = due.id order by due.supplier_id, due.id`,
);

/** What has ended without anything in its place and was not taken up yet; $1 today, $2 kinds that have an effect. */
export const endedCertificates = statement<EndingRow & { product_id: string | null }>(
  'admission.ended_certificates',
  `select certificate.id, certificate.supplier_id, certificate.product_id, certificate.kind, certificate.number,
          certificate.valid_until, 0 as days_before
     from admission.certificate certificate
    where certificate.state = 'valid' and certificate.valid_until < $1::date and certificate.kind = any($2::text[])
      and not exists (select from admission.watch_case known
                       where known.supplier_id = certificate.supplier_id
                         and known.source_key = 'certificate:' || certificate.id::text)
      and not ${COVERED}
    order by certificate.supplier_id, certificate.id`,
);

/** Whether a product is known here as this supplier's: sent with a dossier, or approved. */
export const ownsProduct = statement<{ owned: boolean }>(
  'admission.owns_product',
  `select true as owned
    where exists (select from admission.product_dossier where supplier_id = $1 and product_id = $2)
       or exists (select from admission.listing_approval where supplier_id = $1 and product_id = $2)`,
);
