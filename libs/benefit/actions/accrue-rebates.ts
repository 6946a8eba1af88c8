import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { keepRebates, lockRipe, lockRipeAgreements, openRipe, suppliersOfRipe, takeRebates } from '../store/rebate.sql';
import { keepSaleParts, keepSales } from '../store/sale.sql';
import { owe } from './owe';

/**
 * Second rebates: of what the goods of a household sold for, sold as they came or made into something, by the agreement they were
 * bought under. What a delivery could not have in the run that sold it, since it was not confirmed or not bought then, it has in the
 * first run after; each part of a sale once.
 *
 * @param runId of the sales in `fundable`
 * @param businessDate YYYY-MM-DD, on which the rebates are earned
 * @param supplierIds whose rebates; null: everybody's
 */
export async function accrueRebates(
  tx: Tx,
  runId: string,
  businessDate: string,
  supplierIds: readonly string[] | null,
): Promise<void> {
  await tx.sql(keepSales, [runId]);
  await tx.sql(keepSaleParts, [runId]);
  // Statements of their own: what another run took meanwhile, or a correction cut, is seen by the next one.
  await tx.sql(lockRipeAgreements, [supplierIds]);
  await tx.sql(openRipe);
  await tx.sql(lockRipe, [supplierIds]);
  const rows = await tx.sql(takeRebates);
  const written = await owe(
    tx,
    rows.map((row) => ({
      ...{ agreement_id: row.agreement_id, supplier_id: row.supplier_id, household_id: row.household_id },
      ...{
        lot_id: row.lot_id,
        kind: 'rebate' as const,
        source_kind: 'sale' as const,
        source_id: row.sale_id,
        part: row.part,
      },
      ...{ quantity: row.base_fen.toString(), rate_fen: String(row.rebate_bp) },
      ...{ amount_fen: row.amount_fen.toString(), carried_fen: row.carried_fen.toString(), earned_on: businessDate },
    })),
  );
  const kept = await tx.sql(keepRebates, [
    JSON.stringify(
      rows.map((row) => ({
        ...{ sale_id: row.sale_id, agreement_id: row.agreement_id, part: row.part },
        ...{ left_fen: row.left_fen.toString(), pieces: row.pieces },
      })),
    ),
  ]);
  must(written.length === rows.length && kept.length === rows.length, 'a part of a sale has its rebate once');
}

/** Suppliers that come to owe rebates with the next run, also where it settles nothing of theirs. */
export async function suppliersOwingRebates(tx: Tx): Promise<string[]> {
  return (await tx.sql(suppliersOfRipe, [null])).map((row) => row.supplier_id);
}
