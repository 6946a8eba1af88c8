import type { InputOf, ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import type { Readership } from '../rules/readership';
import { listSubsidies, type SubsidyRow } from '../store/subsidy.sql';

type Page = ResponseOf<'GET /settlement/subsidies'>;

const wire = (fen: bigint) => money.toWire(money.fen(fen));

function subsidyView(row: SubsidyRow): Page['data'][number] {
  return {
    ...{ id: row.id, periodEnd: row.period_end, orderNumber: row.order_number, productName: row.product_name },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    funder: { kind: row.funder_kind, id: row.funder_id, name: row.funder_name },
    ...{ discountKind: row.discount_kind, promotionId: row.promotion_id, discount: wire(row.discount_fen) },
    ...{ owed: wire(row.amount_fen), received: wire(row.received_fen), ruleVersion: row.rule_version },
  };
}

/** What funders owe and have paid, discount by discount of each line, newest first. @throws ProblemError INVALID_INPUT */
export async function viewSubsidies(
  database: Database,
  { everything, suppliers, jurisdictions }: Readership,
  { open, cursor, limit }: InputOf<'GET /settlement/subsidies'>['query'],
): Promise<Page> {
  const rows = await database.read(listSubsidies, [
    ...[everything, suppliers, jurisdictions, open === 'true', placeIn(cursor), limit + 1],
  ]);
  return pageOf(rows, limit, (row) => row.id, subsidyView);
}
