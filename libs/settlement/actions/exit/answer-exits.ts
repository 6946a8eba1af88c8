import { watch } from '@xihuo/admission';
import type { Tx } from '@xihuo/platform';
import { debtsOfExits, lastStatementsOfExits } from '../../store/exit/exit.sql';
import type { PayoutKit } from '../payout/payout-kit';

/**
 * Answers, for suppliers that leave, which statement is their last, and then whether anything is left between them and the house.
 * What is payable to them is paid from their last statement on (see the lists of payouts), households first.
 */
export async function answerExits(tx: Tx, kit: Pick<PayoutKit, 'vault' | 'notices'>): Promise<void> {
  await watch.reportExitSteps(tx, kit, await tx.sql(lastStatementsOfExits, []));
  await watch.reportExitSteps(tx, kit, await tx.sql(debtsOfExits, []));
}
