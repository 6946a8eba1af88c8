import { fail } from '@xihuo/contract';
import { command, type CommandOptions, type Database, type DownloadedFile } from '@xihuo/platform';
import { epcisDocument } from '../rules/epcis';
import { nowOf } from '../store/clock.sql';
import { historyOfLot } from '../store/history.sql';
import { lotOfCode } from '../store/lot-detail.sql';
import { neighboursWithoutNumber } from '../store/trade-item.sql';
import { gtinFor } from './trade-items';

/** What happened to a lot, as EPCIS 2.0 in JSON-LD. @throws ProblemError NOT_FOUND */
export async function exportEpcis(
  { database, origin }: { database: Database; origin: string },
  ask: CommandOptions,
  code: string,
): Promise<DownloadedFile> {
  const [lot] = await database.read(lotOfCode, [code]);
  if (!lot) throw fail('NOT_FOUND');
  const gtin = await numberAround(database, ask, lot);
  const [[history], [clock]] = await Promise.all([database.read(historyOfLot, [lot.id]), database.read(nowOf)]);
  const { supplier_id: supplierId, produced_on: producedOn, county_code: countyCode, ...parts } = history!;
  const document = epcisDocument({ ...parts, origin, code, gtin, supplierId, producedOn, countyCode }, clock!.now);
  const bytes = Buffer.from(JSON.stringify(document, null, 1));
  return { bytes, mediaType: 'application/ld+json', name: `${code}.jsonld` };
}

/** The lot's own number; the lots on its acts of processing get theirs where they came in as a list and have none. */
async function numberAround(
  database: Database,
  ask: CommandOptions,
  lot: { id: string; supplier_id: string; product_id: string },
): Promise<string> {
  const { view } = await command(database, ask, async (tx) => {
    for (const row of await tx.sql(neighboursWithoutNumber, [lot.id])) {
      await gtinFor(tx, { supplierId: row.supplier_id, productId: row.product_id, skuId: null });
    }
    return gtinFor(tx, { supplierId: lot.supplier_id, productId: lot.product_id, skuId: null });
  });
  return view;
}
