import type { ResponseOf } from '@xihuo/contract';
import { standardFaults } from '../../rules/standard/standard-faults';
import { standardStatus } from '../../rules/standard/standard-status';
import type { CommentRow, DraftListRow, DraftRow, PublicStandardRow } from './standard.sql';

type StandardView = ResponseOf<'GET /standards'>['data'][number];
type StandardPage = ResponseOf<'GET /standards/{standard}'>;
type CommentView = StandardPage['comments'][number];
type CriterionView = StandardPage['list'][number];
export type DraftView = ResponseOf<'GET /admission/standards/{standard}'>;
type DraftEntry = ResponseOf<'GET /admission/standards'>['data'][number];

export function standardView(row: PublicStandardRow): StandardView {
  return {
    standard: row.version,
    title: { zh: row.title_zh, en: row.title_en },
    status: standardStatus({ effectiveFrom: row.effective_from, effectiveTo: row.effective_to }, row.today),
    publishedOn: row.published_on,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    commentsUntil: row.comments_until,
    checkLevels: row.check_levels,
    criteria: row.criteria.length,
    source: row.source,
  };
}

export function standardPage(row: PublicStandardRow, comments: readonly CommentRow[]): StandardPage {
  return {
    ...standardView(row),
    summary: { zh: row.summary_zh, en: row.summary_en },
    list: row.criteria as CriterionView[],
    comments: comments.map(commentView),
  };
}

export function commentView(row: CommentRow): CommentView {
  return {
    id: row.id,
    authorName: row.author_name,
    statement: row.statement,
    commentedAt: row.commented_at.toISOString(),
    adopted: row.adopted,
    answer: row.answer,
  };
}

export function draftView(row: DraftRow, comments: readonly CommentRow[], earliestEffectiveFrom: string): DraftView {
  return {
    standard: row.version,
    title: { zh: row.title_zh, en: row.title_en },
    summary: { zh: row.summary_zh, en: row.summary_en },
    state: row.state,
    criteria: row.criteria as CriterionView[],
    checkLevels: row.check_levels,
    source: row.source,
    draftedBy: { id: row.drafted_by, name: row.drafted_by_name },
    editedBy: row.edited_by,
    draftedAt: row.drafted_at.toISOString(),
    commentsFrom: row.comments_from,
    commentsUntil: row.comments_until,
    comments: comments.map(commentView),
    withdrawReason: row.withdraw_reason,
    faults: standardFaults(row.criteria).map((fault) => ({ ...fault, sentence: { ...fault.sentence } })),
    earliestEffectiveFrom,
    version: row.row_version,
  };
}

export function draftEntry(row: DraftListRow): DraftEntry {
  return {
    standard: row.version,
    title: { zh: row.title_zh, en: row.title_en },
    state: row.state,
    commentsUntil: row.comments_until,
    unanswered: row.unanswered,
    draftedAt: row.drafted_at.toISOString(),
  };
}
