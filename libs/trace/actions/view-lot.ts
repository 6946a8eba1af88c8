import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import type { CommandOptions, Database } from '@xihuo/platform';
import { command } from '@xihuo/platform';
import { digitalLink } from '../rules/gs1';
import { itemOfLot, lotOfCode, partsOfLot } from '../store/lot-detail.sql';
import { lotOfSupplier, type LotRow } from '../store/lot-list.sql';
import { gtinFor } from './trade-items';
import { ownSuppliers } from './trace-kit';
import { lotView } from './view-lots';

type Detail = ResponseOf<'GET /supplier/lots/{id}'>;

/** One lot whole. @throws ProblemError NOT_FOUND for another supplier's */
export async function viewLot(
  { database, origin }: { database: Database; origin: string },
  ask: CommandOptions,
  id: string,
): Promise<Detail> {
  const lot = await findLot(database, ask, id);
  const [parts] = await database.read(partsOfLot, [id]);
  const gtin = parts!.gtin ?? (await numberOf(database, ask, lot, null));
  return {
    ...lotView(lot),
    version: lot.row_version,
    gtin,
    digitalLink: digitalLink(origin, gtin, lot.code),
    breakdownPublic: lot.breakdown_public,
    deliveries: parts!.deliveries,
    ownOutputs: parts!.own_outputs,
    losses: parts!.losses,
    packings: parts!.packings,
    madeBy: parts!.made_by,
    wentInto: parts!.went_into,
    certificates: parts!.certificates,
    quarantines: parts!.quarantines,
    tests: parts!.tests,
    shipments: parts!.shipments,
    recall:
      parts!.recall === null ? null : { ...parts!.recall, openedAt: new Date(parts!.recall.openedAt).toISOString() },
  };
}

export async function findLot(database: Database, ask: CommandOptions, id: string): Promise<LotRow> {
  const [lot] = await database.read(lotOfSupplier, [id, ownSuppliers(ask.actor)]);
  if (!lot) throw fail('NOT_FOUND');
  return lot;
}

/** Lots that came in as a list have no number yet; it is counted when somebody first asks for it. */
export async function numberOf(
  database: Database,
  ask: CommandOptions,
  lot: { supplier_id: string; product_id: string },
  skuId: string | null,
): Promise<string> {
  const item = { supplierId: lot.supplier_id, productId: lot.product_id, skuId };
  return (await command(database, ask, (tx) => gtinFor(tx, item))).view;
}

/** Which lot's page a code on a pack opens. @throws ProblemError NOT_FOUND where number and lot do not belong together */
export async function resolveDigitalLink(
  database: Database,
  { gtin, lot: code }: InputOf<'GET /digital-links/{gtin}/{lot}'>['params'],
): Promise<ResponseOf<'GET /digital-links/{gtin}/{lot}'>> {
  const [lot] = await database.read(lotOfCode, [code]);
  const [item] = lot ? await database.read(itemOfLot, [gtin.padStart(14, '0'), lot.supplier_id, lot.product_id]) : [];
  if (!lot || !item) throw fail('NOT_FOUND');
  return { lotCode: code, productSlug: lot.slug, productName: { zh: lot.name_zh, en: lot.name_en } };
}
