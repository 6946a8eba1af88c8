import { fail } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { openAccounts, postAll, type NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import type { ConfirmedDelivery } from '@xihuo/trace';
import { deliveryAmount, wageAmount } from '../rules/obligation';
import {
  agreementsForDeliveries,
  countDelivered,
  insertObligations,
  insertWork,
  type CoveredDelivery,
} from '../store/agreement.sql';

const CHUNK = 4000;
const CHECK_VIOLATION = '23514';

interface NewObligation {
  agreement_id: string;
  supplier_id: string;
  household_id: string;
  lot_id: string | null;
  kind: 'floorPrice' | 'premium' | 'wage';
  source_kind: 'delivery' | 'work';
  source_id: string;
  quantity: string;
  rate_fen: string;
  amount_fen: string;
  earned_on: string;
}

/**
 * Turns confirmed deliveries into what the supplier owes, by the agreement in force on the day of delivery, whether or not
 * the lot ever sells. A delivery that has its obligation already makes no second one.
 *
 * @throws ProblemError AGREEMENT_NOT_IN_FORCE, AGREEMENT_VOLUME_EXCEEDED: nothing of the batch is written
 */
export async function accrueDeliveries(tx: Tx, deliveries: readonly ConfirmedDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const days = new Map(deliveries.map((delivery) => [delivery.id, delivery.deliveredOn]));
  const covered = await tx.sql(agreementsForDeliveries, [deliveries.map((delivery) => delivery.id)]);
  if (covered.some((row) => row.agreement_id === null)) throw fail('AGREEMENT_NOT_IN_FORCE');
  await tx
    .sql(countDelivered, [covered.map((row) => row.agreement_id), covered.map((row) => row.grams.toString())])
    .catch((error: { code?: string; constraint?: string }) => {
      if (error.code === CHECK_VIOLATION && error.constraint === 'within_contract')
        throw fail('AGREEMENT_VOLUME_EXCEEDED');
      throw error;
    });
  await owe(
    tx,
    covered.flatMap((row) => purchaseObligations(row, days.get(row.delivery_id)!)),
  );
}

function purchaseObligations(row: CoveredDelivery, earnedOn: string): NewObligation[] {
  const base = {
    agreement_id: row.agreement_id!,
    supplier_id: row.supplier_id,
    household_id: row.household_id,
    lot_id: row.lot_id,
    source_kind: 'delivery' as const,
    source_id: row.delivery_id,
    quantity: row.grams.toString(),
    earned_on: earnedOn,
  };
  const parts = [
    { kind: 'floorPrice' as const, rate: row.floor_price_fen_per_kg },
    { kind: 'premium' as const, rate: row.premium_fen_per_kg },
  ];
  return parts
    .filter((part) => part.rate > 0n)
    .map((part) => ({
      ...base,
      kind: part.kind,
      rate_fen: part.rate.toString(),
      amount_fen: deliveryAmount(row.grams, part.rate).toString(),
    }));
}

export interface WorkDone {
  agreementId: string;
  days: number;
  /** The last of the days. */
  workedOn: string;
}

/** Records confirmed work and what it earns; the same agreement and day is the same record. */
export async function recordWork(tx: Tx, work: readonly WorkDone[], confirmedBy: string): Promise<void> {
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
      agreement_id: row.agreement_id,
      supplier_id: row.supplier_id,
      household_id: row.household_id,
      lot_id: null,
      kind: 'wage',
      source_kind: 'work',
      source_id: row.id,
      quantity: String(row.days),
      rate_fen: row.daily_wage_fen.toString(),
      amount_fen: wageAmount(row.days, row.daily_wage_fen).toString(),
      earned_on: row.worked_on,
    })),
  );
}

/** Writes the obligations and books each as the supplier's debt. */
async function owe(tx: Tx, obligations: readonly NewObligation[]): Promise<void> {
  for (let from = 0; from < obligations.length; from += CHUNK) {
    const written = await tx.sql(insertObligations, [JSON.stringify(obligations.slice(from, from + CHUNK)), tx.now]);
    const transfers = written.map((row): NewTransfer => ({
      id: newId(),
      debit: { code: 'supplierDebt', ownerId: row.supplier_id },
      credit: { code: 'obligationControl', ownerId: null },
      amountFen: money.fen(row.amount_fen),
      code: 'obligation.owed',
      groupId: row.id,
      sourceKind: 'obligation',
      sourceId: row.id,
      ruleVersion: 'benefit.owe@1',
      businessDate: row.earned_on,
    }));
    await openAccounts(
      tx,
      transfers.flatMap((transfer) => [transfer.debit, transfer.credit]),
    );
    await postAll(tx, transfers);
  }
}
