import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { closeRun, findRun } from '../../store/run.sql';
import { runView, type RunView } from '../../store/settlement-view';
import { tellOfRun } from '../tell-live';

/**
 * Posts a run of which every shard is settled, with the sums of the whole.
 *
 * @returns the run; null where something of it is not settled, or somebody else has posted or paused it
 */
export async function postRun(tx: Tx, id: string): Promise<RunView | null> {
  const [closed] = await tx.sql(closeRun, [id, tx.now]);
  if (!closed) return null;
  const [row] = await tx.sql(findRun, [id]);
  must(row, 'a run that is posted is there');
  const view = runView(row);
  tx.audit({
    ...{ action: 'settlement.run', subjectKind: 'settlementRun', subjectId: id },
    after: { periodEnd: view.periodEnd, lines: view.lines, gross: view.gross.amount },
  });
  tellOfRun(tx, id);
  return view;
}
