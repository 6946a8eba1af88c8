import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { insertApprovals } from '../store/measure.sql';
import { approveRows, waitingDossiers } from '../store/product/listing.sql';
import { enlist } from './product/decide-dossier';

const REASON = '机器可核对的条款均无不符';

/**
 * Approves products of certified suppliers for sale, for data that was agreed elsewhere; what is approved already, or not
 * certified, is left as it is. A dossier that waits is approved with it.
 *
 * @throws InvariantError where a dossier has a blocking fault: no machine lets that through
 */
export async function approveListings(
  tx: Tx,
  listings: readonly { supplierId: string; productId: string }[],
): Promise<void> {
  must(tx.actor.kind === 'system', 'people approve one dossier at a time');
  const by = `system:${tx.actor.name}`;
  const keys = [listings.map(({ supplierId }) => supplierId), listings.map(({ productId }) => productId)];
  const waiting = await tx.sql(waitingDossiers, keys);
  for (const { id, faults } of waiting) must(faults.length === 0, `dossier ${id} fails ${faults.join(', ')}`);
  const ids = waiting.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.sql(approveRows, [ids, tx.now, by, REASON]);
    await enlist(tx, ids, by);
  }
  await tx.sql(insertApprovals, [...keys, tx.now, by]);
  tx.audit({
    action: 'listing.approveMany',
    subjectKind: 'listing',
    subjectId: 'many',
    after: { listings: listings.length, dossiers: ids.length },
  });
}
