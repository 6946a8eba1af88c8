import type { Database } from '@xihuo/platform';
import { assess, type Finding } from '../../rules/assess';
import type { CaseRow, JudgedRow } from '../../store/review/case.sql';
import { lookUp } from '../application/look-up';

/**
 * What machines find today in what was handed in, by the same standard, with what registers and other contexts say now. The findings
 * that were frozen with the submission stay as they were judged; these stand beside them.
 */
export async function judgeToday(
  read: Database['read'],
  { row, judged, today }: { row: Pick<CaseRow, 'id' | 'criteria'>; judged: JudgedRow; today: string },
): Promise<Finding[]> {
  const { declared } = judged.evidence;
  const lookedUp = await lookUp(read, row.id, declared);
  return assess(row, { declared, lookedUp }, today);
}
