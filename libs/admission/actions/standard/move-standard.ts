import { fail, machines } from '@xihuo/contract';
import { states, time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { standardFaults } from '../../rules/standard/standard-faults';
import { moveDraft, peopleOfAllSuppliers, publishDraft, type DraftRow } from '../../store/standard/standard.sql';
import { openDraft } from './open-draft';

interface Step {
  readonly standard: string;
  readonly version: number;
}

/**
 * Puts a draft before the public. No criterion changes from here on: people comment on what they read.
 *
 * @throws ProblemError STANDARD_UNSOUND, NOTICE_TOO_SHORT, and what `openDraft` throws
 */
export async function openComments(
  tx: Tx,
  notices: Notices,
  { until, ...step }: Step & { until: string },
): Promise<void> {
  const { row } = await openDraft(tx, { ...step, event: 'openComments' });
  mustBeSound(row);
  const today = time.businessDate(tx.now);
  const earliest = time.addDays(today, await policyOn(tx, 'admission.standardCommentDays', today));
  if (until < earliest) throw fail('NOTICE_TOO_SHORT', { extra: { earliest } });
  await tx.sql(moveDraft, [row.version, 'commenting', today, until, null, null, null]);
  audit(tx, row, 'openComments', { until });
  await tellSuppliers(
    tx,
    notices,
    { key: `standard.comments:${row.version}:${until}`, version: row.version },
    {
      title: { zh: '准入标准公开征求意见', en: 'A new admission standard is open for comment' },
      body: {
        zh: `《${row.title_zh}》（${row.version}）征求意见至 ${until}。`,
        en: `${row.title_en} (${row.version}) is open for comment until ${until}.`,
      },
    },
  );
}

/** Takes a draft back to change it. What was said stays with it; it goes before the public again. */
export async function reviseDraft(tx: Tx, step: Step): Promise<void> {
  const { row } = await openDraft(tx, { ...step, event: 'revise' });
  await tx.sql(moveDraft, [row.version, 'draft', null, null, null, null, null]);
  audit(tx, row, 'revise');
}

/**
 * Puts a standard into force from a day on, once everybody was heard and answered, by somebody who wrote nothing of it.
 *
 * @throws ProblemError FOUR_EYES, STANDARD_UNSOUND, COMMENTS_OPEN, COMMENTS_UNANSWERED, NOTICE_TOO_SHORT
 */
export async function publishStandardDraft(
  tx: Tx,
  notices: Notices,
  { effectiveFrom, ...step }: Step & { effectiveFrom: string },
): Promise<void> {
  const { row, personId } = await openDraft(tx, { ...step, event: 'publish' });
  if ([row.drafted_by, ...row.edited_by].includes(personId))
    throw fail('FOUR_EYES', { extra: { why: 'SUBMITTED_IT' } });
  mustBeSound(row);
  const today = time.businessDate(tx.now);
  if (row.comments_until! >= today) throw fail('COMMENTS_OPEN', { extra: { until: row.comments_until } });
  if (row.unanswered > 0) throw fail('COMMENTS_UNANSWERED', { extra: { unanswered: row.unanswered } });
  const earliest = await earliestEffectiveFrom(tx, today);
  if (effectiveFrom < earliest) throw fail('NOTICE_TOO_SHORT', { extra: { earliest } });
  await tx.sql(publishDraft, [row.version, today, effectiveFrom]);
  await tx.sql(moveDraft, [row.version, 'published', null, null, personId, tx.now, null]);
  audit(tx, row, 'publish', { effectiveFrom });
  await tellSuppliers(
    tx,
    notices,
    { key: `standard.published:${row.version}`, version: row.version },
    {
      title: { zh: '新的准入标准已公布', en: 'A new admission standard was published' },
      body: {
        zh: `《${row.title_zh}》（${row.version}）自 ${effectiveFrom} 起施行。`,
        en: `${row.title_en} (${row.version}) binds from ${effectiveFrom}.`,
      },
    },
  );
}

/** Gives a draft up for good. */
export async function withdrawDraft(tx: Tx, { reason, ...step }: Step & { reason: string }): Promise<void> {
  const { row, personId } = await openDraft(tx, { ...step, event: 'withdraw' });
  await tx.sql(moveDraft, [row.version, 'withdrawn', null, null, personId, tx.now, reason]);
  audit(tx, row, 'withdraw', { reason });
}

/** The day from which a standard may bind that is published today (电子商务法 art. 34). */
export async function earliestEffectiveFrom(where: Parameters<typeof policyOn>[0], today: string): Promise<string> {
  return time.addDays(today, await policyOn(where, 'admission.standardNoticeDays', today));
}

function mustBeSound({ criteria }: DraftRow): void {
  const faults = standardFaults(criteria);
  if (faults.length > 0) throw fail('STANDARD_UNSOUND', { extra: { faults } });
}

function audit(tx: Tx, { version, state }: DraftRow, event: string, also: object = {}): void {
  const after = { ...states.ledTo(machines.standardStates, state, event), ...also };
  tx.audit({ action: `standard.${event}`, subjectKind: 'standard', subjectId: version, before: { state }, after });
}

async function tellSuppliers(
  tx: Tx,
  notices: Notices,
  { key, version }: { key: string; version: string },
  words: Omit<Parameters<Notices['tellAll']>[2], 'key' | 'about'>,
): Promise<void> {
  const people = await tx.sql(peopleOfAllSuppliers);
  await notices.tellAll(
    tx,
    people.map((person) => person.person_id),
    { key, about: `standard:${version}`, ...words },
  );
}
