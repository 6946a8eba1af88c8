import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { isCompetent, type Decider } from '../../rules/four-eyes';
import { belongsTo } from '../../rules/product/may-decide';
import { endListingRow, lockListing } from '../../store/product/listing.sql';
import type { ReviewKit } from '../review/review-kit';
import { sees } from './open-dossier';
import { personName } from './decide-dossier';
import { tellSupplier } from './tell-supplier';

/**
 * Takes a product out of sale for good; the right is read live, so it sells nothing on the next request. A new dossier, approved,
 * brings it back.
 *
 * @throws ProblemError NOT_FOUND, FORBIDDEN, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function endListing(
  tx: Tx,
  kit: ReviewKit,
  {
    supplierId,
    productId,
    version,
    reason,
  }: { supplierId: string; productId: string; version: number; reason: string },
): Promise<void> {
  const subject = { subjectKind: 'listing', subjectId: `${supplierId}:${productId}` };
  tx.attempt({ action: 'listing.end', ...subject });
  must(tx.actor.kind === 'person', 'people end a listing');
  const decider: Decider = { personId: tx.actor.personId, grants: tx.actor.grants };
  const [row] = await tx.sql(lockListing, [supplierId, productId]);
  if (!row) throw fail('NOT_FOUND');
  const may = belongsTo(supplierId, decider) || isCompetent(decider.grants, row.county_code, { role: 'reviewer' });
  if (!may) throw fail(sees(row, decider) ? 'FORBIDDEN' : 'NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (row.ended_at !== null) throw fail('NOT_AT_THIS_STEP', { extra: { why: 'ALREADY_DONE' } });
  await tx.sql(endListingRow, [supplierId, productId, tx.now, personName(tx), reason]);
  tx.audit({ action: 'listing.end', ...subject, before: { dossierId: row.dossier_id }, after: { reason } });
  const about = { ...row, id: `${supplierId}:${productId}`, product_name: row.product_name ?? '' };
  await tellSupplier(tx, kit, { about, message: 'listingEnded', reason });
}
