import type { Tx } from '@xihuo/platform';
import type { ApplicationForm } from '../../rules/application/application-form';
import { saveForm as saveFormRow } from '../../store/application/file.sql';
import { lockEditable } from './own-file';

/**
 * Saves steps as they are filled in. What is wrong in them is a finding, never a reason not to save.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, STALE_VERSION
 */
export async function saveForm(
  tx: Tx,
  { id, version, form }: { id: string; version: number; form: ApplicationForm },
): Promise<void> {
  const { row } = await lockEditable(tx, { id, action: 'save', version });
  const steps = Object.entries(form).filter(([, step]) => step !== undefined);
  await tx.sql(saveFormRow, [row.id, JSON.stringify(Object.fromEntries(steps)), tx.now]);
  // Which steps, not what they say: the last word stands in the application itself, and every submission keeps its own.
  tx.audit({
    action: 'application.save',
    subjectKind: 'application',
    subjectId: id,
    after: { steps: steps.map(([step]) => step) },
  });
}
