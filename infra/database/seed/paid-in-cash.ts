import { dues } from '@xihuo/benefit';
import { must, time } from '@xihuo/kernel';
import { newId, statement, type Tx } from '@xihuo/platform';
import type { Scene } from './dues';
import { specimen } from './specimen';
import type { SeedKit } from './step';

const openDebt = statement<{ open_fen: bigint }>(
  'seed.open_debt',
  `select coalesce(sum(open_fen), 0)::bigint as open_fen from benefit.obligation_v where supplier_id = $1 and household_id = $2`,
);

/** All that is owed to a household today is handed over, and the household says so. */
export async function payInCash(tx: Tx, kit: SeedKit, scene: Scene, reference: string): Promise<void> {
  const { clerk, supplierId, household } = scene;
  const { id: householdId, phone } = household(reference);
  const paidOn = time.businessDate(tx.now);
  const [debt] = await tx.sql(openDebt, [supplierId, householdId]);
  must(debt!.open_fen > 0n, `${reference} was owed for what it brought`);
  const paper = specimen('Receipt for cash', [`Household ${reference}`, `Received in full on ${paidOn}`]);
  const paperId = await dues.putPaper(clerk, kit.files, { supplierId, householdId, paper });
  const id = newId();
  await dues.recordPayment(clerk, kit, {
    ...{ id, supplierId, householdId, method: 'cash', paidOn, paperId },
    amount: { amount: debt!.open_fen.toString(), currency: 'CNY' },
  });
  await dues.confirmPayment(await phone(), kit, { id, version: 1 });
}
