import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { insertDraft, publicStandard, saveDraft } from '../../store/standard/standard.sql';
import { openDraft } from './open-draft';

/** Begins a draft as a copy of a standard that was published. @throws ProblemError NOT_FOUND, STANDARD_EXISTS */
export async function beginDraft(
  tx: Tx,
  { standard, basedOn, title }: InputOf<'POST /admission/standards'>['body'],
): Promise<void> {
  must(tx.actor.kind === 'person', 'people make rules');
  const [base] = await tx.sql(publicStandard, [basedOn]);
  if (!base || base.published_on === null) throw fail('NOT_FOUND');
  const [begun] = await tx.sql(insertDraft, [standard, title.zh, title.en, basedOn, tx.actor.personId, tx.now]);
  if (!begun) throw fail('STANDARD_EXISTS');
  tx.audit({ action: 'standard.begin', subjectKind: 'standard', subjectId: standard, after: { basedOn } });
}

export type DraftContent = InputOf<'PUT /admission/standards/{standard}'>['body'];

/** Saves a draft as it is: what is wrong with it is shown to its drafter, and stops only the way to the public. */
export async function editDraft(tx: Tx, standard: string, version: number, content: DraftContent): Promise<void> {
  const { row, personId } = await openDraft(tx, { standard, event: 'edit', version });
  const { title, summary, criteria, checkLevels, source } = content;
  await tx.sql(saveDraft, [
    ...[standard, title.zh, title.en, summary.zh, summary.en],
    ...[JSON.stringify(criteria), checkLevels, source, personId],
  ]);
  tx.audit({
    action: 'standard.edit',
    subjectKind: 'standard',
    subjectId: standard,
    before: { criteria: row.criteria.map(({ id }) => id) },
    after: { criteria: criteria.map(({ id }) => id) },
  });
}
