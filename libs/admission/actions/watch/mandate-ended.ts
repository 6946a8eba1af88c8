import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { effectOn } from '../../rules/watch/effect';
import type { MandateRow } from '../../store/application/mandate.sql';
import { revokeMandatePaper, sellsBy } from '../../store/watch/mandate.sql';
import type { ReviewKit } from '../review/review-kit';
import { takeUpByRule } from './take-up';

/**
 * A mandate was ended before its day: a trader that was admitted on it has nobody's goods to sell, and what the setting says of a
 * mandate's end happens now. Whoever is not admitted on it has nothing to lose yet: its own findings say that it is missing.
 */
export async function mandateEnded(tx: Tx, kit: ReviewKit, mandate: MandateRow): Promise<void> {
  const { id, trader_id: supplierId, producer_name: producer } = mandate;
  const [paper] = await tx.sql(revokeMandatePaper, [supplierId, id]);
  const [admitted] = await tx.sql(sellsBy, [supplierId, mandate.application_id]);
  if (!paper && !admitted) return;
  const effects = await policyOn(tx, 'admission.expiryEffects', time.businessDate(tx.now));
  await takeUpByRule(tx, kit, {
    ...{ supplierId, productId: null, ground: 'EXT-20' },
    // Under the name of its paper, so that the mandate that follows it cures it.
    sourceKey: paper ? `certificate:${paper.id}` : `mandate:${id}`,
    ...{ code: 'mandateEnded', values: { producer }, measure: effectOn(effects['mandate'], null) },
  });
}
