import { statement } from '@xihuo/platform';

export interface TrailRow {
  entry_id: string;
  /** Canonical JSON, the very bytes the chain vouches for. */
  content: string;
  supplier_id: string;
  supplier_name: string;
  county_code: string;
  county_name: string;
  person_name: string | null;
  position: string | null;
}

/** Not what others judged ($judgements) of an application that the reviewer ($judge, or null) has still to judge, whatever else they are. */
const OPEN_TO = (
  subject: string,
  judge: string,
  judgements: string,
) => `(${judge}::uuid is null or ${subject}.kind <> 'application'
        or content.content::json ->> 'action' <> all(${judgements}::text[]) or content.content::json ->> 'actor' = 'person:' || ${judge}
        or not exists (select from admission.judging_v judging
                        where judging.application_id = ${subject}.id and judging.since <= (content.content::json ->> 'at')::timestamptz
                          and ${judge} <> all(judging.decided_by)))`;

/**
 * $1 patterns of counties, $2 the last id of the page before, $3 refused attempts alone, $4 rows, $5 one supplier or null, $6 who judges
 * and $7 judgements. By the
 * matters of the jurisdiction, each asked for its lines: a county has few among very many. The page comes first, then what is told
 * beside it: names and places of a hundred lines, not of all.
 */
export const trailPage = statement<TrailRow>(
  'admission.trail_page',
  `with line as materialized (
     select content.entry_id, content.content, subject.supplier_id, subject.county_code
       from admission.trail_subject_v subject
       join platform.audit_content_v content
         on content.subject_kind = subject.kind and content.subject_id = subject.id::text
      where subject.county_code like any($1::text[]) and ($5::uuid is null or subject.supplier_id = $5)
        and ($2::uuid is null or content.entry_id < $2)
        and (not $3::boolean or content.content::json -> 'after' ->> 'refused' is not null)
        and ${OPEN_TO('subject', '$6', '$7')}
      order by content.entry_id desc limit $4
   )
   select line.entry_id, line.content, line.supplier_id, supplier.name_zh as supplier_name, line.county_code,
          county.name as county_name, person.display_name as person_name, place.position::text as position
     from line
     join registry.organisation_v supplier on supplier.id = line.supplier_id
     join registry.region_v county on county.code = line.county_code
     left join identity.person_v person
       on person.id = (substring(line.content::json ->> 'actor' from '^person:(.*)$'))::uuid
     left join platform.audit_place_v place on place.entry_id = line.entry_id
    order by line.entry_id desc`,
);

/** Of the subjects of one matter ($1, in one of the counties of $2) what was done, the oldest first. */
const toldOf = (matter: 'application' | 'watch_case', open = 'true') => `
   select content.entry_id, content.content, matter.supplier_id, supplier.name_zh as supplier_name, matter.county_code,
          county.name as county_name, person.display_name as person_name, place.position::text as position
     from subject
     join platform.audit_content_v content
       on content.subject_kind = subject.kind and content.subject_id = subject.id::text
     join admission.${matter} matter on matter.id = $1 and matter.county_code like any($2::text[])
     join registry.organisation_v supplier on supplier.id = matter.supplier_id
     join registry.region_v county on county.code = matter.county_code
     left join identity.person_v person
       on person.id = (substring(content.content::json ->> 'actor' from '^person:(.*)$'))::uuid
     left join platform.audit_place_v place on place.entry_id = content.entry_id
    where ${open}
    order by content.entry_id`;

/**
 * What was done about one application ($1, in one of the counties of $2): itself, its notices and what was objected to them, its inspections and its mandates, the
 * oldest first; $3 who judges, $4 judgements.
 */
export const trailOfCase = statement<TrailRow>(
  'admission.trail_of_case',
  `with subject as (
     select 'application' as kind, $1::uuid as id
     union all select 'publicNotice', id from admission.public_notice where subject_id = $1
     union all select 'objection', objection.id from admission.objection
                 join admission.public_notice notice on notice.id = objection.notice_id where notice.subject_id = $1
     union all select 'inspection', id from admission.inspection where application_id = $1
     union all select 'mandate', id from admission.mandate where application_id = $1
   )
   ${toldOf('application', OPEN_TO('subject', '$3', '$4'))}`,
);

/** The same of a case of watching over a supplier ($1): itself, its measures and the appeals against them. */
export const trailOfWatchCase = statement<TrailRow>(
  'admission.trail_of_watch_case',
  `with subject as (
     select 'case' as kind, $1::uuid as id
     union all select 'measure', id from admission.measure where case_id = $1
     union all select 'appeal', appeal.id from admission.appeal
                 join admission.measure on measure.id = appeal.measure_id where measure.case_id = $1
   )
   ${toldOf('watch_case')}`,
);

/** Whether a supplier lies in a jurisdiction, by its own county or that of something it handed in. */
export const liesIn = statement(
  'admission.supplier_lies_in',
  `select 1 as there from admission.trail_subject_v subject
    where subject.kind in ('supplier', 'application') and subject.supplier_id = $1 and subject.county_code like any($2::text[])
    limit 1`,
);
