import { fail, type ResponseOf } from '@xihuo/contract';
import { money, time } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey } from '@xihuo/ledger';
import { newId, type Database, type Tx } from '@xihuo/platform';
import { oneWriteOffAtATime, writableOff, type HeldAdjustment } from '../../store/adjustment.sql';
import { receivableOf } from '../run/state-shard';

/** Version of how a debt is written off: what a supplier that leaves cannot give back the platform bears. */
export const WRITE_OFF_RULE = 'receivable.writeOff@1';
const PLATFORM: AccountKey = { code: 'platformAdjustment', ownerId: null };

/**
 * What households are owed is never written off: it is theirs. What is left is what the supplier is to give back, once nothing it has
 * or is still to get could pay it.
 *
 * @throws ProblemError WRITE_OFF_NOT_YET, WRITE_OFF_TOO_LARGE (extra: leftFen)
 */
export async function mustBeWritableOff(tx: Tx, supplierId: string, fen: money.Fen): Promise<void> {
  const [owed] = await tx.sql(writableOff, [supplierId]);
  if (!owed || owed.fen <= 0n) throw fail('WRITE_OFF_NOT_YET');
  if (fen > owed.fen) throw fail('WRITE_OFF_TOO_LARGE', { extra: { leftFen: owed.fen.toString() } });
}

/** What may be written off of a supplier now; nothing where nothing may. */
export async function viewWritableOff(
  database: Database,
  supplierId: string,
): Promise<ResponseOf<'GET /settlement/write-offs/{supplierId}'>> {
  const [owed] = await database.read(writableOff, [supplierId]);
  return { amount: money.toWire(money.fen(owed?.fen ?? 0n)) };
}

/**
 * Books a write-off in the transaction that approves it: the supplier is to give back so much less, and the platform bears it.
 *
 * @throws ProblemError WRITE_OFF_NOT_YET, WRITE_OFF_TOO_LARGE
 */
export async function writeOff(tx: Tx, { id, supplier_id: supplierId, amount_fen: amount }: HeldAdjustment) {
  await tx.sql(oneWriteOffAtATime, [supplierId]);
  const fen = money.fen(amount);
  await mustBeWritableOff(tx, supplierId, fen);
  const receivable = receivableOf(supplierId);
  await openAccounts(tx, [receivable, PLATFORM]);
  await postAll(tx, [
    {
      ...{ id: newId(), groupId: newId(), debit: PLATFORM, credit: receivable, amountFen: fen },
      ...{ code: 'settle.writeOff', sourceKind: 'adjustment', sourceId: id, ruleVersion: WRITE_OFF_RULE },
      businessDate: time.businessDate(tx.now),
    },
  ]);
}
