import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { breakdownOf, shownCount } from '../rules/breakdown';
import { certificatesOf, stepOf, testsOf } from '../rules/lot-story';
import { lotPageByCode, type LotPageRow } from '../store/lot-page.sql';
import { lotPapers, lotSteps } from '../store/lot-story.sql';

type LotPage = ResponseOf<'GET /lots/{code}'>;

/** The public page of a lot. */
export async function viewLotPage(database: Database, code: string): Promise<LotPage> {
  const [[row], steps, papers] = await Promise.all([
    database.read(lotPageByCode, [code]),
    database.read(lotSteps, [code]),
    database.read(lotPapers, [code]),
  ]);
  if (!row) throw fail('NOT_FOUND');
  return {
    code: row.code,
    product: { slug: row.slug, name: { zh: row.name_zh, en: row.name_en } },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    producedOn: row.produced_on,
    village: shownCount(row.village_households) === null ? null : row.village,
    households: shownCount(row.households),
    state: row.state,
    recall: recallOf(row),
    journey: steps.map(stepOf),
    certificates: certificatesOf(papers),
    tests: testsOf(papers),
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

function recallOf(row: LotPageRow): LotPage['recall'] {
  if (row.recall_id === null) return null;
  return {
    id: row.recall_id,
    class: row.recall_class,
    notice: row.recall_notice,
    openedOn: row.recall_opened_on,
    closedOn: row.recall_closed_on,
    result: row.recall_result,
  };
}
