import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { breakdownOf, shownCount } from '../rules/breakdown';
import { lotPageByCode, type LotPageRow } from '../store/lot-page.sql';

type LotPage = ResponseOf<'GET /lots/{code}'>;

/** The public page of a lot. */
export async function viewLotPage(database: Database, code: string): Promise<LotPage> {
  const [row] = await database.read(lotPageByCode, [code]);
  if (!row) throw fail('NOT_FOUND');
  return {
    code: row.code,
    product: { slug: row.slug, name: { zh: row.name_zh, en: row.name_en } },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    producedOn: row.produced_on,
    village: shownCount(row.village_households) === null ? null : row.village,
    households: shownCount(row.households),
    journey: journeyOf(row),
    breakdown: breakdownOf(
      {
        agreed: row.breakdown_public,
        orders: row.orders,
        households: row.households,
        householdsFen: money.fen(row.dues_fen),
        supplierFen: money.fen(row.net_fen - row.dues_fen),
        platformFen: money.fen(row.fee_fen),
        settledUntil: row.settled_until,
      },
      { minOrders: row.min_orders, minHouseholds: row.min_households },
    ),
  };
}

function journeyOf(row: LotPageRow): LotPage['journey'] {
  return [
    ...(row.delivered_on === null
      ? []
      : [{ step: 'delivered' as const, on: row.delivered_on, grams: Number(row.delivered_grams) }]),
    { step: 'packed' as const, on: row.produced_on, grams: Number(row.received_grams) },
    ...(row.first_shipped_on === null
      ? []
      : [{ step: 'shipped' as const, on: row.first_shipped_on, grams: Number(row.shipped_grams) }]),
  ];
}
