import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { wageAmount } from '../rules/obligation';
import { insertWork, notByTheDay } from '../store/old-agreement.sql';
import { owe } from './owe';

export interface WorkDone {
  agreementId: string;
  days: number;
  /** The last of the days. */
  workedOn: string;
}

/**
 * Records work confirmed on paper and what it earns; the same days under the same agreement are the same record.
 *
 * @throws ProblemError WORK_NOT_EMPLOYMENT: nothing of the batch is written
 */
export async function recordWork(tx: Tx, work: readonly WorkDone[], confirmedBy: string): Promise<void> {
  const [stranger] = await tx.sql(notByTheDay, [work.map((item) => item.agreementId)]);
  if (stranger) throw fail('WORK_NOT_EMPLOYMENT', { extra: { agreementId: stranger.id } });
  const rows = await tx.sql(insertWork, [
    work.map((item) => item.agreementId),
    work.map((item) => item.days),
    work.map((item) => item.workedOn),
    tx.now,
    confirmedBy,
  ]);
  await owe(
    tx,
    rows.map((row) => ({
      ...{ agreement_id: row.agreement_id, supplier_id: row.supplier_id, household_id: row.household_id, lot_id: null },
      ...{ kind: 'wage' as const, source_kind: 'work' as const, source_id: row.id, quantity: String(row.days) },
      ...{ rate_fen: row.daily_wage_fen.toString(), earned_on: row.worked_on },
      amount_fen: wageAmount(row.days, row.daily_wage_fen).toString(),
    })),
  );
}
