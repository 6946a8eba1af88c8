import { fail, type ResponseOf } from '@xihuo/contract';
import { money, time } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey } from '@xihuo/ledger';
import { newId, type Database, type Tx } from '@xihuo/platform';
import { oneWriteOffAtATime, writableOff, type HeldAdjustment } from '../../store/adjustment.sql';
import { unpaidOfExit } from '../../store/subsidy-back.sql';
import { receivableOf } from '../run/state-shard';
import { takeSubsidiesOff } from './subsidies-back';

/** Version of how a debt is written off: what a supplier that leaves cannot give back the platform bears. */
export const WRITE_OFF_RULE = 'receivable.writeOff@1';
const PLATFORM: AccountKey = { code: 'platformAdjustment', ownerId: null };

/** What of a supplier that leaves may be written off, and of which kind; the most, to the fen. */
interface WritableOff {
  readonly kind: 'writeOff' | 'subsidyOff';
  readonly fen: bigint;
}

/** First what the supplier is to give back, and where that is nothing what organisations have not paid it. */
function mostOf(owed: { fen: bigint } | undefined, unpaid: { fen: bigint } | undefined): WritableOff {
  return owed && owed.fen > 0n ? { kind: 'writeOff', fen: owed.fen } : { kind: 'subsidyOff', fen: unpaid?.fen ?? 0n };
}

/**
 * What households are owed is never written off: it is theirs. What is left is what the supplier is to give back, once nothing it has
 * or is still to get could pay it; and then, once the last day of its exit is over, what organisations that funded its discounts
 * have not paid, all of it at once: the supplier keeps the claim, the platform's books no longer hold it.
 *
 * @throws ProblemError WRITE_OFF_NOT_YET, WRITE_OFF_TOO_LARGE (extra: leftFen)
 */
export async function mustBeWritableOff(tx: Tx, supplierId: string, fen: money.Fen): Promise<WritableOff['kind']> {
  const [[owed], [unpaid]] = [await tx.sql(writableOff, [supplierId]), await tx.sql(unpaidOfExit, [supplierId])];
  const most = mostOf(owed, unpaid);
  if (most.fen <= 0n) throw fail('WRITE_OFF_NOT_YET');
  if (fen > most.fen || (most.kind === 'subsidyOff' && fen !== most.fen))
    throw fail('WRITE_OFF_TOO_LARGE', { extra: { leftFen: most.fen.toString() } });
  return most.kind;
}

/** What may be written off of a supplier now; nothing where nothing may. */
export async function viewWritableOff(
  database: Database,
  supplierId: string,
): Promise<ResponseOf<'GET /settlement/write-offs/{supplierId}'>> {
  const [[owed], [unpaid]] = await Promise.all([
    database.read(writableOff, [supplierId]),
    database.read(unpaidOfExit, [supplierId]),
  ]);
  const { kind, fen } = mostOf(owed, unpaid);
  return { amount: money.toWire(money.fen(fen)), kind };
}

/**
 * Books a write-off in the transaction that approves it: the supplier is to give back so much less, and the platform bears it; or what
 * funders have not paid is off the books.
 *
 * @throws ProblemError WRITE_OFF_NOT_YET, WRITE_OFF_TOO_LARGE
 */
export async function writeOff(tx: Tx, row: HeldAdjustment): Promise<void> {
  const { id, supplier_id: supplierId, amount_fen: amount } = row;
  await tx.sql(oneWriteOffAtATime, [supplierId]);
  const fen = money.fen(amount);
  if ((await mustBeWritableOff(tx, supplierId, fen)) !== row.kind) throw fail('WRITE_OFF_NOT_YET');
  if (row.kind === 'subsidyOff') return takeSubsidiesOff(tx, row);
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
