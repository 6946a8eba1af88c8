import { watching } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { MESSAGES } from '../../rules/watch/messages';
import { exitOfMeasure, insertExit, insertExitSteps, moveExit } from '../../store/exit/exit.sql';
import type { ReviewKit } from '../review/review-kit';
import { tellSuppliers } from '../watch/tell';
import { endWhatIsUnderWay } from './re-admission';
import { reportExitStep } from './report-exit-step';

/**
 * Begins the procedure by which a supplier leaves: off sale by the measure itself, then everybody who has something open with it
 * is asked by an event and answers step by step.
 */
export async function startExit(
  tx: Tx,
  kit: ReviewKit,
  { supplierId, countyCode, measureId }: { supplierId: string; countyCode: string; measureId: string },
): Promise<{ exitId: string }> {
  const today = time.businessDate(tx.now);
  const deadline = time.addDays(today, await policyOn(tx, 'admission.exitDays', today));
  const [exit] = await tx.sql(insertExit, [supplierId, countyCode, measureId, tx.now, deadline]);
  must(exit, 'the exit was written');
  await tx.sql(insertExitSteps, [exit.id, Object.keys(watching.EXIT_STEPS)]);
  tx.audit({
    action: 'exit.start',
    subjectKind: 'supplier',
    subjectId: supplierId,
    after: { exitId: exit.id, deadline },
  });
  await reportExitStep(tx, kit, {
    ...{ exitId: exit.id, step: 'offSale', state: 'done', why: '退出措施生效，即时停售；推荐目录自下一期移除' },
  });
  await endWhatIsUnderWay(tx, supplierId);
  tx.emit('exitStarted', { exitId: exit.id, supplierId });
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId, key: `exit.started:${exit.id}`, county: true, sms: true },
      message: (supplier) => MESSAGES.exitStarted({ supplier, until: deadline }),
    },
  ]);
  return { exitId: exit.id };
}

/** The exit was annulled while it ran: what was asked of everybody is asked no longer. */
export async function cancelExit(tx: Tx, measureId: string): Promise<void> {
  const [exit] = await tx.sql(exitOfMeasure, [measureId]);
  if (!exit) return;
  await tx.sql(moveExit, [exit.id, 'cancelled', tx.now]);
  tx.emit('exitCancelled', { exitId: exit.id, supplierId: exit.supplier_id });
  tx.audit({ action: 'exit.cancel', subjectKind: 'supplier', subjectId: exit.supplier_id, after: { exitId: exit.id } });
}
