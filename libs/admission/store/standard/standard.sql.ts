import { statement } from '@xihuo/platform';
import type { machines } from '@xihuo/contract';
import type { Criterion } from '../../rules/standard';

export type Level = 'city' | 'province';

export interface PublicStandardRow {
  version: string;
  title_zh: string;
  title_en: string;
  summary_zh: string;
  summary_en: string;
  published_on: string | null;
  effective_from: string | null;
  effective_to: string | null;
  comments_until: string | null;
  check_levels: Level[];
  criteria: Criterion[];
  source: string;
  today: string;
}

/** What anybody may read: all that was ever published, and what is before the public now. $1 one version or null for all. */
const PUBLIC = `select * from (
     select standard.version, standard.title_zh, standard.title_en, coalesce(draft.summary_zh, '') as summary_zh,
            coalesce(draft.summary_en, '') as summary_en, standard.published_on, standard.effective_from,
            lead(standard.effective_from) over (order by standard.effective_from, length(standard.version), standard.version) as effective_to,
            draft.comments_until, standard.check_levels, standard.criteria, standard.source
       from admission.standard left join admission.standard_draft draft using (version)
     union all
     select version, title_zh, title_en, summary_zh, summary_en, null, null, null, comments_until, check_levels, criteria, source
       from admission.standard_draft where state = 'commenting'
   ) standard
   cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as today) clock`;

export const publicStandards = statement<PublicStandardRow>(
  'admission.public_standards',
  `${PUBLIC} order by effective_from desc nulls first, length(version) desc, version desc`,
);

export const publicStandard = statement<PublicStandardRow>('admission.public_standard', `${PUBLIC} where version = $1`);

export interface CommentRow {
  id: string;
  author_name: string;
  statement: string;
  commented_at: Date;
  adopted: boolean | null;
  answer: string | null;
}

export const commentsOf = statement<CommentRow>(
  'admission.comments_of_standard',
  `select id, author_name, statement, commented_at, adopted, answer
     from admission.standard_comment where version = $1 order by id`,
);

export interface DraftRow {
  version: string;
  title_zh: string;
  title_en: string;
  summary_zh: string;
  summary_en: string;
  state: machines.StandardState;
  criteria: Criterion[];
  check_levels: Level[];
  source: string;
  drafted_by: string;
  drafted_by_name: string;
  /** Everybody whose words stand in it. */
  edited_by: string[];
  drafted_at: Date;
  comments_from: string | null;
  comments_until: string | null;
  withdraw_reason: string | null;
  unanswered: number;
  row_version: number;
}

const DRAFT = `select draft.version, draft.title_zh, draft.title_en, draft.summary_zh, draft.summary_en, draft.state, draft.criteria,
          draft.check_levels, draft.source, draft.drafted_by, coalesce(person.display_name, '') as drafted_by_name,
          draft.edited_by, draft.drafted_at, draft.comments_from, draft.comments_until, draft.withdraw_reason, draft.row_version,
          (select count(*)::int from admission.standard_comment comment
            where comment.version = draft.version and comment.answer is null) as unanswered
     from admission.standard_draft draft left join identity.person_v person on person.id = draft.drafted_by`;

export const draftOf = statement<DraftRow>('admission.standard_draft_of', `${DRAFT} where draft.version = $1`);
export const lockDraft = statement<DraftRow>(
  'admission.lock_standard_draft',
  `${DRAFT} where draft.version = $1 for update of draft`,
);

export interface DraftListRow {
  version: string;
  title_zh: string;
  title_en: string;
  state: machines.StandardState;
  comments_until: string | null;
  drafted_at: Date;
  unanswered: number;
}

/** 2026-10 comes after 2026-9. */
export const draftPage = statement<DraftListRow>(
  'admission.standard_draft_page',
  `select version, title_zh, title_en, state, comments_until, drafted_at,
          (select count(*)::int from admission.standard_comment comment
            where comment.version = draft.version and comment.answer is null) as unanswered
     from admission.standard_draft draft
    where $1::text is null or string_to_array(version, '-')::int[] < string_to_array($1, '-')::int[]
    order by string_to_array(version, '-')::int[] desc limit $2`,
);

export const insertDraft = statement<{ version: string }>(
  'admission.insert_standard_draft',
  `insert into admission.standard_draft (version, title_zh, title_en, criteria, check_levels, source, drafted_by, drafted_at)
   select $1, $2, $3, criteria, check_levels, source, $5, $6 from admission.standard
    where version = $4 and not exists (select from admission.standard where version = $1)
   on conflict (version) do nothing returning version`,
);

export const saveDraft = statement(
  'admission.save_standard_draft',
  `update admission.standard_draft
      set title_zh = $2, title_en = $3, summary_zh = $4, summary_en = $5, criteria = $6::jsonb, check_levels = $7, source = $8,
          edited_by = array(select distinct unnest(edited_by || $9::uuid) order by 1), row_version = row_version + 1
    where version = $1`,
);

export const moveDraft = statement(
  'admission.move_standard_draft',
  `update admission.standard_draft
      set state = $2, comments_from = coalesce($3, comments_from), comments_until = coalesce($4, comments_until),
          decided_by = $5, decided_at = $6, withdraw_reason = $7, row_version = row_version + 1
    where version = $1`,
);

/** What was before the public is what binds: it is copied within the database. */
export const publishDraft = statement(
  'admission.publish_standard_draft',
  `insert into admission.standard (version, title_zh, title_en, published_on, effective_from, criteria, check_levels, source)
   select version, title_zh, title_en, $2, $3, criteria, check_levels, source from admission.standard_draft where version = $1`,
);

export const insertComment = statement<CommentRow>(
  'admission.insert_standard_comment',
  `insert into admission.standard_comment (version, person_id, author_name, statement, commented_at)
   values ($1, $2, $3, $4, $5) returning id, author_name, statement, commented_at, adopted, answer`,
);

export const answerComment = statement<{ id: string }>(
  'admission.answer_standard_comment',
  `update admission.standard_comment set adopted = $3, answer = $4, answered_by = $5, answered_at = $6
    where version = $1 and id = $2 returning id`,
);

/** Everybody who sells here, or wants to: whom a change of the rules concerns. */
export const peopleOfAllSuppliers = statement<{ person_id: string }>(
  'admission.people_of_all_suppliers',
  `select distinct person_id from identity.role_grant_v where role = 'supplier' order by person_id`,
);
