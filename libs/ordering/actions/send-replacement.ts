import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { CommandOptions, Database, Tx } from '@xihuo/platform';
import { moveFromLots } from '@xihuo/trace';
import { carrierName } from '../rules/carriers';
import { lockStock } from '../store/place-orders.sql';
import { insertReplacement, linesToReplace, takeFree } from '../store/replacement.sql';
import type { LineToShip } from '../store/shipping.sql';
import { holdCase } from './answer-after-sale';
import { moveCase } from './move-cases';
import { picksOf, reportingBreach } from './ship-supplier-order';
import { reportStock } from './stock/report-stock';

type Input = InputOf<'POST /supplier/after-sales/{id}/replacement'>['body'];

interface Sender {
  readonly caseId: string;
  readonly supplierIds: readonly string[];
  readonly sentBy: string;
}

/**
 * Sends the packs that a supplier agreed to give in place of others: one more parcel of the same order, out of free stock and named
 * lots. No money moves, and the line stays as it was sent; the buyer says that it came, or is silent.
 *
 * @throws ProblemError NOT_FOUND, AFTER_SALE_STATE, INVALID_INPUT where it is not all of the claim's packs, OUT_OF_STOCK, and what lots refuse
 */
export async function sendReplacement(tx: Tx, { caseId, supplierIds, sentBy }: Sender, input: Input): Promise<void> {
  const one = await holdCase(tx, caseId, 'sendReplacement');
  if (!supplierIds.includes(one.supplier_id)) throw fail('NOT_FOUND');
  if (one.state !== 'replacing') throw fail('AFTER_SALE_STATE', { extra: { state: one.state } });
  const lines = await tx.sql(linesToReplace, [caseId]);
  const picks = picksOf(lines, input.picks, false);
  const { carrier, trackingNumber } = input;
  const [parcel] = await tx.sql(insertReplacement, [caseId, carrierName(carrier), trackingNumber, tx.now, sentBy]);
  must(parcel !== undefined, 'the parcel was written');
  await moveFromLots(tx, {
    ...{ supplierId: one.supplier_id, inPlace: true },
    parcels: [{ shipmentId: parcel.id, picks }],
  });
  await takeStock(tx, parcel.id, lines);
  await moveCase(tx, one, { event: 'sendReplacement', by: 'supplier' });
}

async function takeStock(tx: Tx, shipmentId: string, lines: readonly LineToShip[]): Promise<void> {
  const skuIds = lines.map((line) => line.sku_id);
  await tx.sql(lockStock, [skuIds]);
  const [taken] = await tx.sql(takeFree, [shipmentId, tx.now]);
  if (taken!.packs < lines.reduce((sum, line) => sum + line.open_packs, 0)) throw fail('OUT_OF_STOCK');
  await reportStock(tx, skuIds);
}

/** Sends as `sendReplacement`; what would leave a lot that never came into it is reported as of any other parcel. */
export function replaceOrReport(database: Database, ask: CommandOptions, sender: Sender, input: Input): Promise<void> {
  return reportingBreach(
    { database, ask },
    (tx) => sendReplacement(tx, sender, input),
    async (tx) => {
      const lines = await tx.sql(linesToReplace, [sender.caseId]);
      const picks = picksOf(lines, input.picks, false);
      return { supplierId: lines[0]!.supplier_id, source: `replacement:${sender.caseId}`, picks };
    },
  );
}
