import { fail, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Database, Grant } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { nextStep } from '../../rules/review/next-step';
import { certifiedBy, progressOf } from '../../store/application/progress.sql';
import { caseById, type CaseRow } from '../../store/review/case.sql';
import { noticesOf } from '../../store/review/notice.sql';
import { noticeView } from '../../store/review/views';
import { matterOf } from '../review/open-case';
import { suppliersOf } from './own-file';

type Progress = ResponseOf<'GET /admission/applications/{id}/progress'>;

/** How far an own application has come; somebody else's is not there. @throws ProblemError NOT_FOUND */
export async function readProgress(database: Database, grants: readonly Grant[], id: string): Promise<Progress> {
  const [row] = await database.read(caseById, [id]);
  if (!row || !suppliersOf(grants).includes(row.supplier_id)) throw fail('NOT_FOUND');
  const [events, [notice], [certified]] = await Promise.all([
    database.read(progressOf, [id]),
    database.read(noticesOf, [id]),
    database.read(certifiedBy, [id]),
  ]);
  const step = nextStep(row.state, matterOf(row).levels);
  return {
    applicationId: id,
    step,
    dueOn: step && (await dueOn(database, row, step)),
    events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    notice: notice ? noticeView(notice) : null,
    certified: certified ? { on: certified.certified_on, validUntil: certified.valid_until } : null,
  };
}

/** By the same clock as the queue of those whose turn it is. */
async function dueOn(database: Database, row: CaseRow, step: NonNullable<Progress['step']>): Promise<string | null> {
  if (row.waiting_since === null) return null;
  const since = time.businessDate(row.waiting_since);
  const days = step === 'review' ? 'admission.reviewWorkingDays' : 'admission.recommendWorkingDays';
  return addWorkingDays(database, since, await policyOn(database, days, since));
}
