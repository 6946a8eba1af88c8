import { money, time } from '@xihuo/kernel';
import { openAccounts, postAll, type NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { insertObligations } from '../store/obligation.sql';

const CHUNK = 4000;
export const OWE_RULE = 'benefit.owe@1';

/** What a supplier owes a household or a village collective, and for what. */
export interface NewObligation {
  agreement_id: string | null;
  supplier_id: string;
  household_id: string | null;
  collective_id?: string;
  lot_id: string | null;
  kind: 'wage' | 'floorPrice' | 'premium' | 'rebate' | 'landRent' | 'dividend' | 'collectiveShare' | 'surplusRefund';
  source_kind: 'delivery' | 'work' | 'sale' | 'contest' | 'pool' | 'rent' | 'distribution';
  source_id: string;
  /** Which of several of the same source, from 1. */
  part?: number;
  /** The delivery it is about in the end. */
  delivery_id?: string | null;
  quantity: string;
  rate_fen: string;
  amount_fen: string;
  /** Settled already under the record that this one corrects. */
  carried_fen?: string;
  earned_on: string;
}

/**
 * Writes obligations and books each as the supplier's debt, on the day on which it comes to be owed: the month in which it was earned
 * may be closed by then. One that stands already is left as it is. Answers the new ones.
 */
export async function owe(tx: Tx, obligations: readonly NewObligation[]): Promise<string[]> {
  const businessDate = time.businessDate(tx.now);
  const ids: string[] = [];
  for (let from = 0; from < obligations.length; from += CHUNK) {
    const written = await tx.sql(insertObligations, [JSON.stringify(obligations.slice(from, from + CHUNK)), tx.now]);
    ids.push(...written.map(({ id }) => id));
    const transfers = written
      .filter((row) => row.amount_fen > row.carried_fen)
      .map((row): NewTransfer => ({
        id: newId(),
        debit: { code: 'supplierDebt', ownerId: row.supplier_id },
        credit: { code: 'obligationControl', ownerId: null },
        amountFen: money.fen(row.amount_fen - row.carried_fen),
        code: 'obligation.owed',
        groupId: row.id,
        sourceKind: 'obligation',
        sourceId: row.id,
        ruleVersion: OWE_RULE,
        businessDate,
      }));
    await book(tx, transfers);
  }
  return ids;
}

export interface DebtLess {
  supplierId: string;
  amountFen: bigint;
  code: 'obligation.reversed' | 'obligation.paidOutside';
  groupId: string;
  sourceKind: string;
  sourceId: string;
  businessDate: string;
}

/** Takes something off suppliers' debts: what was taken back, or paid by the supplier itself. */
export async function oweLess(tx: Tx, parts: readonly DebtLess[]): Promise<void> {
  await book(
    tx,
    parts
      .filter(({ amountFen }) => amountFen > 0n)
      .map(({ supplierId, amountFen, ...rest }) => ({
        ...rest,
        id: newId(),
        debit: { code: 'obligationControl', ownerId: null },
        credit: { code: 'supplierDebt', ownerId: supplierId },
        amountFen: money.fen(amountFen),
        ruleVersion: OWE_RULE,
      })),
  );
}

async function book(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
  if (transfers.length === 0) return;
  await openAccounts(
    tx,
    transfers.flatMap((transfer) => [transfer.debit, transfer.credit]),
  );
  await postAll(tx, transfers);
}
