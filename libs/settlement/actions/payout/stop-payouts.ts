import type { ResponseOf } from '@xihuo/contract';
import type { Database, Tx } from '@xihuo/platform';
import { insertStop, readStop } from '../../store/payout/move.sql';
import { personOf } from './payout-kit';

type StopView = ResponseOf<'GET /settlement/payout-stop'>;

/** Stops every payout at once, or lets them go on; what the bank has been told of already is the bank's. */
export async function stopPayouts(
  tx: Tx,
  { stopped, reason }: { stopped: boolean; reason: string },
): Promise<StopView> {
  await tx.sql(insertStop, [stopped, reason, personOf(tx.actor), tx.now]);
  tx.audit({ action: 'payout.stop', subjectKind: 'payouts', subjectId: 'all', after: { stopped, reason } });
  return { stopped, reason, at: tx.now.toISOString() };
}

export async function viewStop(database: Database): Promise<StopView> {
  const [row] = await database.read(readStop, []);
  if (!row) return { stopped: false, reason: null, at: null };
  return { stopped: row.stopped, reason: row.reason, at: row.at.toISOString() };
}
