import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import type { CreditRegister } from '../../rules/review/approvable';
import { standingInRegisters } from '../../store/review/inspection.sql';
import { cureSource } from '../measure/end';
import type { ReviewKit } from '../review/review-kit';
import { takeUpByRule } from './take-up';

const GROUNDS = {
  seriousDishonesty: 'EXT-10',
  judgmentDefaulter: 'EXT-10',
  abnormalOperation: 'EXT-09',
} as const satisfies Partial<Record<CreditRegister, string>>;

/**
 * A register was asked about somebody who is admitted. Listed, a case is opened and the setting says whether a machine suspends
 * meanwhile; people decide all beyond that. Found clear again, what the listing brought by itself is cured. A penalty on record is no
 * ground of its own: people look at it.
 */
export async function registersAnswered(
  tx: Tx,
  kit: ReviewKit,
  { supplierId, registers }: { supplierId: string; registers: readonly CreditRegister[] },
): Promise<void> {
  for (const { register, status, reason, queried_on: day, listed_since: since } of await tx.sql(standingInRegisters, [
    supplierId,
  ])) {
    if (since === null || register === 'penalty' || !registers.includes(register)) continue;
    const sourceKey = `credit:${since}`;
    if (status === 'clear') {
      await cureSource(tx, kit, { supplierId, sourceKey }, '复查已移出名单');
      continue;
    }
    const effects = await policyOn(tx, 'admission.creditEffects', time.businessDate(tx.now));
    await takeUpByRule(tx, kit, {
      ...{ supplierId, productId: null, ground: GROUNDS[register], sourceKey },
      ...{ code: 'creditListed', values: { register, reason, day }, measure: effects[register] ?? null },
    });
  }
}
