import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { insertApprovals } from '../store/measure.sql';

/** Approves products of certified suppliers for sale; what is approved already, or not certified, is left as it is. */
export async function approveListings(
  tx: Tx,
  listings: readonly { supplierId: string; productId: string }[],
): Promise<void> {
  must(tx.actor.kind === 'system', 'people approve one dossier at a time');
  await tx.sql(insertApprovals, [
    listings.map(({ supplierId }) => supplierId),
    listings.map(({ productId }) => productId),
    tx.now,
    `system:${tx.actor.name}`,
  ]);
  tx.audit({
    action: 'listing.approveMany',
    subjectKind: 'listing',
    subjectId: 'many',
    after: { listings: listings.length },
  });
}
