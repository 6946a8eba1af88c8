import { fail, type ResponseOf } from '@xihuo/contract';
import type { Actor, Database } from '@xihuo/platform';
import { lineReadable, originOfLine } from '../store/origin.sql';
import { readableBy } from './view-recalls';

type Origin = ResponseOf<'GET /trace/order-lines/{id}/origin'>;

/** Counts below this point at people (design part 4). */
const SMALLEST_SHOWN = 10;

/** For those who watch over the supplier. @throws ProblemError NOT_FOUND */
export async function viewOrigin(database: Database, actor: Actor, orderLineId: string): Promise<Origin> {
  const [may] = await database.read(lineReadable, [...readableBy(actor), orderLineId]);
  if (!may) throw fail('NOT_FOUND');
  return traceBack(database, orderLineId);
}

/** From a sold line back to what households brought. The caller has asked already whether this person may see it. */
export async function traceBack(database: Database, orderLineId: string): Promise<Origin> {
  const rows = await database.read(originOfLine, [orderLineId]);
  return {
    lots: rows.map((row) => ({
      lotCode: row.lot_code,
      productName: { zh: row.name_zh, en: row.name_en },
      producedOn: row.produced_on,
      depth: row.depth,
      packs: row.packs,
      deliveredGrams: row.delivered_grams,
      ownGrams: row.own_grams,
      firstDeliveredOn: row.first_on,
      lastDeliveredOn: row.last_on,
      households: row.households >= SMALLEST_SHOWN ? row.households : null,
      village: row.village_households >= SMALLEST_SHOWN ? row.village : null,
      countyName: row.county_name,
    })),
  };
}
