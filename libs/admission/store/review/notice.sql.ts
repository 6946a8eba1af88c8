import { statement } from '@xihuo/platform';
import type { SupplierKind } from '../../rules/evidence';

export interface NoticeRow {
  id: string;
  subject_kind: 'application' | 'recognition';
  subject_id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  province_name: string;
  statement_zh: string;
  statement_en: string;
  starts_on: string;
  ends_on: string;
  state: 'open' | 'passed' | 'failed' | 'withdrawn';
  published_at: Date;
  closed_at: Date | null;
  objections: number;
  held: boolean;
}

export const insertPublicNotice = statement<{ id: string; ends_on: string }>(
  'admission.insert_public_notice',
  `insert into admission.public_notice (subject_kind, subject_id, supplier_id, county_code, statement_zh, statement_en,
                                        starts_on, ends_on, published_at)
   values ($1, $2, $3, $4, $5, $6, $7, registry.add_working_days($7, $8), $9) returning id, ends_on`,
);

const NOTICE = `select notice.id, notice.subject_kind, notice.subject_id, notice.supplier_id, supplier.name_zh as supplier_name,
          notice.county_code, county.name as county_name, county.province_name, notice.statement_zh, notice.statement_en,
          notice.starts_on, notice.ends_on,
          -- An applicant who withdrew took the notice with it.
          case when notice.state = 'open' and application.state <> 'publicNotice' then 'withdrawn' else notice.state end as state,
          notice.published_at, notice.closed_at, notice.held_at is not null as held,
          (select count(*)::integer from admission.objection where notice_id = notice.id) as objections
     from admission.public_notice notice
     join registry.organisation_v supplier on supplier.id = notice.supplier_id
     join registry.region_v county on county.code = notice.county_code
     left join admission.application application
       on notice.subject_kind = 'application' and application.id = notice.subject_id`;

/** $1 whether those still open, $2 province or null, $3 the last id of the page before, $4 rows. */
export const noticePage = statement<NoticeRow>(
  'admission.notice_page',
  `${NOTICE}
    where (notice.state = 'open' and application.state is not distinct from
             case when notice.subject_kind = 'application' then 'publicNotice' end) = $1
      and ($2::text is null or county.province_code = $2)
      and ($3::uuid is null or notice.id < $3)
    order by notice.id desc limit $4`,
);
export const noticeById = statement<NoticeRow>('admission.notice_by_id', `${NOTICE} where notice.id = $1`);
/** Of an application on public notice: who it is, under which standard, who signed for it. */
export const noticedApplication = statement<{
  kind: SupplierKind;
  uscc: string;
  standard_version: string;
  products: string[];
  recommended_by: { department: 'agriculture' | 'revitalisation'; signedOn: string }[];
}>(
  'admission.noticed_application',
  `select application.kind, coalesce(application.evidence #>> '{declared,uscc}', supplier.uscc, '') as uscc,
          application.standard_version,
          coalesce((select jsonb_agg(distinct product ->> 'name')
                      from jsonb_array_elements(application.form -> 'products') product
                     where product ->> 'name' <> ''), '[]') as products,
          coalesce((select jsonb_agg(jsonb_build_object('department', signed.department,
                           'signedOn', (signed.signed_at at time zone 'Asia/Shanghai')::date) order by signed.department)
                      from (select distinct on (department) department, signed_at from admission.recommendation
                             where application_id = application.id order by department, round desc) signed), '[]')
            as recommended_by
     from admission.application application
     join registry.organisation_v supplier on supplier.id = application.supplier_id
    where application.id = $1`,
);
export const noticesOf = statement<NoticeRow>(
  'admission.notices_of',
  `${NOTICE} where notice.subject_id = $1 order by notice.id desc`,
);

export const lockNotice = statement<{ id: string; ends_on: string; state: string; subject_state: string | null }>(
  'admission.lock_notice',
  `select notice.id, notice.ends_on, notice.state,
          (select state from admission.application
            where notice.subject_kind = 'application' and id = notice.subject_id) as subject_state
     from admission.public_notice notice where notice.id = $1 for update`,
);

export const closeNotice = statement(
  'admission.close_notice',
  `update admission.public_notice set state = $2, closed_at = $3, row_version = row_version + 1
    where subject_kind = $4 and subject_id = $1 and state = 'open'`,
);

export interface DueRow {
  id: string;
  application_id: string;
}

/**
 * Notices of applications that ended without an objection unanswered; what another worker has in hand is passed over. One that
 * is held is looked at again once a day: what stood against it may have gone.
 */
export const dueNotices = statement<DueRow>(
  'admission.due_notices',
  `select notice.id, application.id as application_id
     from admission.public_notice notice
     join admission.application application on application.id = notice.subject_id and application.state = 'publicNotice'
    where notice.subject_kind = 'application' and notice.state = 'open' and notice.ends_on < $1
      and (notice.held_at is null or (notice.held_at at time zone 'Asia/Shanghai')::date < $1)
      and not exists (select from admission.objection where notice_id = notice.id and state = 'open')
    order by notice.ends_on, notice.id limit $2 for update of notice, application skip locked`,
);

export const holdNotice = statement(
  'admission.hold_notice',
  `update admission.public_notice set held_at = $2, held_faults = $3::jsonb, row_version = row_version + 1 where id = $1`,
);

/** A later certification takes the place of the one before: the register shows what holds. */
export const putCertification = statement(
  'admission.put_certification',
  `insert into admission.certification (supplier_id, application_id, certified_on, valid_until) values ($1, $2, $3, $4)
   on conflict (supplier_id) do update
      set application_id = excluded.application_id, certified_on = excluded.certified_on, valid_until = excluded.valid_until`,
);

export const insertObjection = statement<{ id: string; submitted_at: Date }>(
  'admission.insert_objection',
  `insert into admission.objection (id, notice_id, person_id, contact_index, contact_sealed, statement, submitted_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (notice_id, contact_index) do nothing returning id, submitted_at`,
);

export const countOpenObjections = statement<{ open: number }>(
  'admission.count_open_objections',
  `select count(*)::integer as open from admission.objection where notice_id = $1 and state = 'open'`,
);

export interface ObjectionRow {
  id: string;
  row_version: number;
  notice_id: string;
  subject_id: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  person_id: string | null;
  contact_sealed: Buffer;
  statement: string;
  state: 'open' | 'upheld' | 'dismissed';
  submitted_at: Date;
  decision: string | null;
  decided_at: Date | null;
}

const OBJECTION = `select objection.id, objection.row_version, objection.notice_id, notice.subject_id,
          notice.supplier_id, supplier.name_zh as supplier_name, notice.county_code, county.name as county_name, objection.person_id,
          objection.contact_sealed, objection.statement, objection.state, objection.submitted_at, objection.decision,
          objection.decided_at
     from admission.objection objection
     join admission.public_notice notice on notice.id = objection.notice_id
     join registry.organisation_v supplier on supplier.id = notice.supplier_id
     join registry.region_v county on county.code = notice.county_code`;

/** $1 patterns of counties, $2 state, $3 the last id of the page before, $4 rows. */
export const objectionPage = statement<ObjectionRow>(
  'admission.objection_page',
  `${OBJECTION} where notice.county_code like any($1::text[]) and objection.state = $2
      and ($3::uuid is null or objection.id > $3) order by objection.id limit $4`,
);
export const objectionById = statement<ObjectionRow>(
  'admission.objection_by_id',
  `${OBJECTION} where notice.county_code like any($1::text[]) and objection.id = $2`,
);
export const objectionsOf = statement<ObjectionRow>(
  'admission.objections_of',
  `${OBJECTION} where notice.subject_id = $1 order by objection.id`,
);
export const lockObjection = statement<ObjectionRow>(
  'admission.lock_objection',
  `${OBJECTION} where objection.id = $1 for update of objection`,
);

export const decideObjectionRow = statement(
  'admission.decide_objection',
  `update admission.objection
      set state = $2, decision = $3, decided_by = $4, decided_at = $5, row_version = row_version + 1 where id = $1`,
);
