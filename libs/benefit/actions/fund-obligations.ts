import { money, must } from '@xihuo/kernel';
import { openAccounts, postAll, type AccountKey, type NewTransfer } from '@xihuo/ledger';
import { newId, type Tx } from '@xihuo/platform';
import { accrueRebates } from './accrue-rebates';
import { FUNDING_ORDER, FUNDING_RULE, POOLS } from '../rules/priority';
import {
  fundableUsed,
  fundPass,
  keepShares,
  lockDebts,
  openDebts,
  openFunded,
  openFunding,
  openOrigins,
  sharesByTransfer,
  spreadFunding,
} from '../store/fund.sql';

/** Transfers of one call to the ledger; it takes ten thousand at the most. */
const CHUNK = 4000;

/** Makes the table `fundable` (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) for the caller to fill in this transaction. */
export async function openFundable(tx: Tx): Promise<void> {
  await tx.sql(openFunding);
}

/**
 * Funds open obligations from the lines in `fundable`: wages, floor prices, premiums, then second rebates (owed from the moment
 * the goods are sold), rents and dividends; within each first the households behind the lot sold, then the supplier's other debts. Writes the share rows, posts one transfer per (run,
 * supplier, payee, agreement, kind) and takes the same sum off the supplier's debt. Answers fen per supplier.
 *
 * @param supplierIds of whom the lines are, and those beside them whose rebates come to be owed now; null: everybody's
 */
export async function fundObligations(
  tx: Tx,
  runId: string,
  businessDate: string,
  supplierIds: readonly string[] | null = null,
): Promise<Map<string, money.Fen>> {
  await accrueRebates(tx, runId, businessDate, supplierIds);
  await passAll(tx, runId);
  const rows = await tx.sql(sharesByTransfer, [runId]);
  const perSupplier = new Map<string, money.Fen>();
  for (const row of rows) {
    perSupplier.set(row.supplier_id, money.fen((perSupplier.get(row.supplier_id) ?? 0n) + row.amount_fen));
  }
  const source = { sourceKind: 'settlementRun', sourceId: runId, ruleVersion: FUNDING_RULE, businessDate };
  const transfers = [
    ...rows.map((row): NewTransfer => ({
      ...source,
      id: row.transfer_id,
      debit: { code: 'orderClearing', ownerId: null },
      credit: { code: 'householdPayable', ownerId: row.payee_id },
      amountFen: money.fen(row.amount_fen),
      code: `share.${row.kind}`,
      groupId: row.transfer_id,
    })),
    ...[...perSupplier].map(([supplierId, amountFen]): NewTransfer => ({
      ...source,
      id: newId(),
      debit: { code: 'obligationControl', ownerId: null },
      credit: { code: 'supplierDebt', ownerId: supplierId },
      amountFen,
      code: 'obligation.funded',
      groupId: newId(),
    })),
  ];
  await post(tx, transfers);
  const [used] = await tx.sql(fundableUsed);
  must(
    used?.used_fen === money.sum(perSupplier.values()),
    'what lines gave is what households got and suppliers no longer owe',
  );
  return perSupplier;
}

/** Kind after kind, each first to the households behind the goods. */
export async function passAll(tx: Tx, runId: string): Promise<void> {
  await tx.sql(openOrigins);
  await tx.sql(openFunded);
  await tx.sql(openDebts);
  await tx.sql(lockDebts);
  await tx.sql(spreadFunding);
  for (const kind of FUNDING_ORDER) for (const pool of POOLS) await tx.sql(fundPass, [kind, pool]);
  await tx.sql(keepShares, [runId, FUNDING_RULE, tx.now]);
}

async function post(tx: Tx, transfers: readonly NewTransfer[]): Promise<void> {
  for (let from = 0; from < transfers.length; from += CHUNK) {
    const chunk = transfers.slice(from, from + CHUNK);
    await openAccounts(
      tx,
      chunk.flatMap((transfer): AccountKey[] => [transfer.debit, transfer.credit]),
    );
    await postAll(tx, chunk);
  }
}
