import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { claimablePacks, claimUntil } from '../rules/claim';
import {
  caseOfSuppliers,
  casesOfOrder,
  casesOfOrganisation,
  claimLines,
  openCases,
  otherCases,
  type ClaimLineRow,
} from '../store/after-sale.sql';
import { afterSaleView, type AfterSaleView } from '../store/after-sale-view';
import { claimedLine, claimedPart } from './claim-after-sale';
import { actFor } from './business/members';
import { loadOrder, mayOf, type OrderAccess } from './view-order';

type OfOrder = ResponseOf<'GET /orders/{id}/after-sales'>;

/** An order's cases, and what may still be claimed. */
export async function viewAfterSales(
  database: Database,
  orderId: string,
  access: OrderAccess,
  now: Date,
): Promise<OfOrder> {
  const { duties } = await loadOrder(database, orderId, access);
  const [cases, lines] = await Promise.all([
    database.read(casesOfOrder, [orderId, null]),
    database.read(claimLines, [orderId, null]),
  ]);
  return {
    data: cases.map(afterSaleView),
    claimable: lines.map((row) => claimableOf(row, now)).filter((line) => line.kinds.length > 0),
    may: mayOf(duties),
  };
}

function claimableOf(row: ClaimLineRow, now: Date): OfOrder['claimable'][number] {
  const [line, part] = [claimedLine(row), claimedPart(row)];
  const untilOf = (kind: (typeof machines.CLAIM_KINDS)[number], reason: string) =>
    claimUntil(kind, reason, line, part, row.window_days);
  const isOpen = (until: ReturnType<typeof claimUntil>) => until === 'openEnded' || (until !== null && until > now);
  const kinds = machines.CLAIM_KINDS.filter(
    (kind) =>
      claimablePacks(kind, line) > 0 &&
      machines.AFTER_SALE_REASONS[kind].some((reason) => isOpen(untilOf(kind, reason))),
  );
  const dates = kinds
    .map((kind) => untilOf(kind, kind === 'damage' ? 'damaged' : 'quality'))
    .filter((until) => until instanceof Date);
  return {
    ...{ supplierOrderId: row.supplier_order_id, lineId: row.line_id, productName: row.product_name, pack: row.pack },
    kinds,
    noReason: kinds.includes('return') && isOpen(untilOf('return', 'noReason')),
    cancelPacks: claimablePacks('cancel', line),
    claimPacks: claimablePacks('refundOnly', line),
    until: dates.length === 0 ? null : new Date(Math.max(...dates.map(Number))).toISOString(),
  };
}

/** One case of an order, as its buyer sees it. */
export async function viewCaseAsBuyer(
  database: Database,
  { orderId, caseId, access }: { orderId: string; caseId: string; access: OrderAccess },
): Promise<AfterSaleView> {
  await loadOrder(database, orderId, access);
  const [row] = await database.read(casesOfOrder, [orderId, caseId]);
  if (!row) throw fail('NOT_FOUND');
  return afterSaleView(row);
}

export async function viewCaseAsSupplier(
  database: Database,
  caseId: string,
  supplierIds: readonly string[],
): Promise<AfterSaleView> {
  const [row] = await database.read(caseOfSuppliers, [caseId, supplierIds]);
  if (!row) throw fail('NOT_FOUND');
  return afterSaleView(row);
}

/** The suppliers' cases: those somebody still has to act on by their deadline, or the others, the newest first. */
export async function listCases(
  database: Database,
  supplierIds: readonly string[],
  { open, q, cursor, limit }: InputOf<'GET /supplier/after-sales'>['query'],
): Promise<ResponseOf<'GET /supplier/after-sales'>> {
  if (open === 'false') {
    const rows = await database.read(otherCases, [supplierIds, limit + 1, placeIn(cursor), q ?? null]);
    return pageOf(rows, limit, (row) => row.id, afterSaleView);
  }
  const [due, id] = placeIn(cursor, 'entry')?.split(':') ?? [];
  const after = due === undefined ? null : new Date(Number(due));
  const rows = await database.read(openCases, [supplierIds, limit + 1, after, id ?? null, q ?? null]);
  return pageOf(rows, limit, (row) => `${row.due_at!.getTime()}:${row.id}`, afterSaleView);
}

/** Claims of what an organisation bought, for any of its members. @throws ProblemError NOT_FOUND, INVALID_INPUT */
export async function listClaimsOf(
  database: Database,
  organisationId: string,
  personId: string,
  { view, cursor, limit }: InputOf<'GET /organisations/{id}/after-sales'>['query'],
): Promise<ResponseOf<'GET /organisations/{id}/after-sales'>> {
  await actFor(database, organisationId, personId);
  const states = view === 'open' ? machines.AFTER_SALE_OPEN : machines.AFTER_SALE_STATES;
  const rows = await database.read(casesOfOrganisation, [organisationId, states, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, afterSaleView);
}
