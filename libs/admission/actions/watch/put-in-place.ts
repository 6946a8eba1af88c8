import type { Tx } from '@xihuo/platform';
import { replaceForerunners } from '../../store/watch/certificate.sql';
import { cureSource } from '../measure/end';
import type { ReviewKit } from '../review/review-kit';

/** New licences or certificates take the place of those they follow, and what the end of those had brought is cured. */
export async function putInPlace(tx: Tx, kit: ReviewKit, certificateIds: readonly string[]): Promise<void> {
  if (certificateIds.length === 0) return;
  const replaced = await tx.sql(replaceForerunners, [certificateIds]);
  for (const { id, supplier_id: supplierId } of replaced) {
    await cureSource(tx, kit, { supplierId, sourceKey: `certificate:${id}` }, '新证已核验');
  }
}
