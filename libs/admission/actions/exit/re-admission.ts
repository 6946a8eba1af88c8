import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import {
  endedByReAdmission,
  runningExit,
  withdrawOpenApplications,
  withdrawOpenRecognitions,
} from '../../store/exit/re-admission.sql';
import { end } from '../measure/end';
import type { ReviewKit } from '../review/review-kit';

/** Nobody begins anew before the old is settled. @throws ProblemError EXIT_RUNNING */
export async function mustHaveLeft(tx: Tx, supplierId: string): Promise<void> {
  if ((await tx.sql(runningExit, [supplierId])).length > 0) throw fail('EXIT_RUNNING');
}

/** A supplier that leaves has nothing under way: a draft from before would otherwise come back during its own bar. */
export async function endWhatIsUnderWay(tx: Tx, supplierId: string): Promise<void> {
  const reason = '供应商退出，进行中的申请随之终止';
  for (const [subjectKind, ending] of Object.entries(UNDER_WAY)) {
    for (const { id, state } of await tx.sql(ending, [supplierId, tx.now, 'system:exit', reason])) {
      const action = `${subjectKind}.withdraw`;
      tx.audit({ action, subjectKind, subjectId: id, before: { state }, after: { state: 'withdrawn', reason } });
    }
  }
}
const UNDER_WAY = { application: withdrawOpenApplications, recognition: withdrawOpenRecognitions } as const;

/** Certified anew on an application that was begun after it had left, a supplier may sell again. */
export async function reAdmit(
  tx: Tx,
  kit: ReviewKit,
  { supplierId, applicationId }: { supplierId: string; applicationId: string },
): Promise<void> {
  const ids = (await tx.sql(endedByReAdmission, [supplierId, applicationId])).map(({ id }) => id);
  await end(tx, kit, { ids, event: 'replace', by: 'system:publicNotice', reason: '重新准入', untold: true });
}
