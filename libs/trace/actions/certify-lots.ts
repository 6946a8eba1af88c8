import type { Tx } from '@xihuo/platform';
import { certifyLotsSql } from '../store/lot.sql';

/** Issues the certificates of many lots at once, for what is in them now; those that need none, or have one, are left out. */
export async function certifyLots(tx: Tx, lotIds: readonly string[], recordedBy: string): Promise<void> {
  await tx.sql(certifyLotsSql, [lotIds, tx.now, recordedBy]);
}
