import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { termsFault } from '../rules/terms';
import { leastWageIn } from '../rules/work-amount';
import type { AgreementRow } from '../store/agreement.sql';
import { termsOf } from './agreement-view';
import { fieldFault } from './benefit-kit';

/**
 * A draft may lie while the county raises its least day wage: what is signed pays at least what holds on its first day
 * (最低工资规定).
 *
 * @throws ProblemError WAGE_BELOW_MINIMUM
 */
export async function mustPayTheLeast(tx: Tx, rows: readonly AgreementRow[]): Promise<void> {
  const today = time.businessDate(tx.now);
  const wages = new Map<string, Readonly<Record<string, number>>>();
  for (const row of rows) {
    if (row.kind !== 'employment') continue;
    const day = row.effective_from < today ? today : row.effective_from;
    if (!wages.has(day)) wages.set(day, await policyOn(tx, 'benefit.leastDayWageFen', day));
    const term = { effectiveFrom: row.effective_from, effectiveTo: row.effective_to };
    const fault = termsFault(termsOf(row), term, leastWageIn(wages.get(day)!, row.county_code));
    if (fault) throw fieldFault(fault.code, fault.pointer, fault.message);
  }
}
