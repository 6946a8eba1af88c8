import type { Tx } from '@xihuo/platform';
import { replaceForerunners, revokedForerunners } from '../../store/watch/certificate.sql';
import { cureSource } from '../measure/end';
import type { ReviewKit } from '../review/review-kit';

/** New licences or certificates take the place of those they follow, and what the end of those had brought is cured. */
export async function putInPlace(tx: Tx, kit: ReviewKit, certificateIds: readonly string[]): Promise<void> {
  if (certificateIds.length === 0) return;
  const replaced = await tx.sql(replaceForerunners, [certificateIds]);
  // What was revoked stays revoked; what that brought is cured like an end.
  const revoked = await tx.sql(revokedForerunners, [certificateIds]);
  for (const { id, supplier_id: supplierId } of [...replaced, ...revoked]) {
    await cureSource(tx, kit, { supplierId, sourceKey: `certificate:${id}` }, '新证已核验');
  }
}
