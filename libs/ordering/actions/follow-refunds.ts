import type { machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { casesById } from '../store/told-cases.sql';
import { moveCases } from './move-cases';

/** The money of these cases has arrived, or has come back to us after it had: what the payments say, the cases say too. */
export async function followRefunds(
  tx: Tx,
  caseIds: readonly string[],
  event: Extract<machines.AfterSaleEvent, 'refunded' | 'refundBack'>,
): Promise<void> {
  const cases = await tx.sql(casesById, [caseIds]);
  for (const kind of new Set(cases.map((one) => one.kind))) {
    const ofKind = cases.filter((one) => one.kind === kind);
    await moveCases(tx, ofKind, { event, by: 'platform' });
  }
}
