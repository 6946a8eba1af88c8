import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { coverDeliveries, lotKey, yearKey, type Part, type Taken, type Uncovered } from '../rules/cover-deliveries';
import { pricedAt, sharedAmounts } from '../rules/obligation';
import {
  deliveriesToCover,
  holdDeliveries,
  keepCoverage,
  lockCovers,
  takenSoFar,
  type CoverRow,
  type DeliveryRow,
} from '../store/cover.sql';
import { keptOfReplaced, reverseReplaced } from '../store/obligation.sql';
import { owe, oweLess, type NewObligation } from './owe';

/**
 * Turns confirmed deliveries into what the supplier owes, by the agreements in force on the day of delivery, whether or not
 * the lot ever sells. A delivery that has its obligation already makes no second one.
 *
 * @throws ProblemError AGREEMENT_NOT_IN_FORCE, AGREEMENT_VOLUME_EXCEEDED: nothing of the batch is written
 */
export async function accrueDeliveries(tx: Tx, deliveries: readonly { id: string }[]): Promise<void> {
  const { uncovered } = await accrue(
    tx,
    deliveries.map(({ id }) => id),
  );
  const [first] = uncovered;
  if (first) throw fail(first.why, { extra: { deliveryId: first.deliveryId, openGrams: String(first.openGrams) } });
}

export interface Held {
  /** Its grams are those that are held. */
  delivery: DeliveryRow;
  why: Uncovered['why'];
}

/** As `accrueDeliveries`, of deliveries that stand: what no agreement covers is held until one does, and answered. */
export async function accrueOrHold(tx: Tx, ids: readonly string[]): Promise<Held[]> {
  const { rows, uncovered } = await accrue(tx, ids);
  const left = new Map(uncovered.map((item) => [item.deliveryId, item]));
  const held = rows.flatMap((row) => {
    const item = left.get(row.delivery_id);
    return item === undefined ? [] : [{ delivery: { ...row, grams: item.leftGrams }, why: item.why }];
  });
  if (held.length > 0)
    await tx.sql(holdDeliveries, [
      JSON.stringify(held.map((item) => ({ ...plain(item.delivery), why: item.why }))),
      tx.now,
    ]);
  return held;
}

async function accrue(tx: Tx, ids: readonly string[]): Promise<{ rows: DeliveryRow[]; uncovered: Uncovered[] }> {
  if (ids.length === 0) return { rows: [], uncovered: [] };
  const rows = await tx.sql(deliveriesToCover, [ids]);
  if (rows.length === 0) return { rows, uncovered: [] };
  const carried = await takeBack(tx, rows);
  const covers = await tx.sql(lockCovers, [
    rows.map((row) => row.supplier_id),
    rows.map((row) => row.household_id),
    rows.map((row) => row.product_id),
  ]);
  const byPair = new Map<string, CoverRow[]>();
  for (const cover of covers) byPair.set(pairOf(cover), [...(byPair.get(pairOf(cover)) ?? []), cover]);
  const { parts, uncovered } = coverDeliveries(
    rows.map((row) => ({
      ...{ deliveryId: row.delivery_id, lotId: row.lot_id, grams: row.grams, deliveredOn: row.delivered_on },
      inPlace: row.in_place,
      covers: (byPair.get(pairOf(row)) ?? []).filter((cover) => binds(cover, row.delivered_on)).map(coverOf),
    })),
    await taken(tx, covers),
  );
  await keep(tx, { rows, covers, parts, carried });
  return { rows, uncovered };
}

const pairOf = (row: { supplier_id: string; household_id: string; product_id: string }): string =>
  `${row.supplier_id} ${row.household_id} ${row.product_id}`;

const binds = ({ effective_from: from, effective_to: to }: CoverRow, day: string): boolean =>
  from <= day && (to === null || to >= day);

export function coverOf(row: CoverRow) {
  return {
    ...{ agreementId: row.id, seriesId: row.series_id, priority: row.priority, openGrams: row.open_grams },
    ...{ capGramsPerYear: row.cap_grams_per_year, capGramsPerLot: row.cap_grams_per_lot },
  };
}

/** Caps are counted only where there are some. */
export async function taken(where: Pick<Tx, 'sql'>, covers: readonly CoverRow[]): Promise<Taken> {
  const capped = covers.filter((row) => row.cap_grams_per_year !== null || row.cap_grams_per_lot !== null);
  if (capped.length === 0) return new Map();
  const rows = await where.sql(takenSoFar, [[...new Set(capped.map((row) => row.series_id))]]);
  return new Map(
    rows.map((row) => [row.lot_id ? lotKey(row.series_id, row.lot_id) : yearKey(row.series_id, row.year!), row.grams]),
  );
}

/**
 * What the households keep of all that these deliveries stand for, by delivery and kind of debt, less what was reckoned with when a
 * first part of one was bought. What is open is taken back only where nothing is owed for the delivery yet: of what it took over a part
 * may be open again.
 */
async function takeBack(tx: Tx, rows: readonly DeliveryRow[]): Promise<Map<string, bigint>> {
  const ids = rows.map((row) => row.delivery_id);
  const fresh = rows.filter((row) => row.part === 1).map((row) => row.delivery_id);
  const back = await tx.sql(reverseReplaced, [fresh]);
  await oweLess(
    tx,
    back.map((row) => ({
      ...{ supplierId: row.supplier_id, amountFen: row.taken_back_fen, code: 'obligation.reversed' as const },
      // The group of the line's own id was posted when it was owed.
      ...{ groupId: newId(), sourceKind: 'obligation', sourceId: row.id, businessDate: time.businessDate(tx.now) },
    })),
  );
  const supplierOf = new Map(rows.map((row) => [row.delivery_id, row.supplier_id]));
  const kept = await tx.sql(keptOfReplaced, [ids]);
  return new Map(
    kept
      // What one supplier paid is no other's, should a clerk of both have put the goods into the other's lot.
      .filter((row) => supplierOf.get(row.delivery_id) === row.supplier_id)
      .map((row) => [`${row.delivery_id} ${row.kind}`, row.kept_fen]),
  );
}

async function keep(
  tx: Tx,
  {
    rows,
    covers,
    parts,
    carried,
  }: { rows: DeliveryRow[]; covers: CoverRow[]; parts: Part[]; carried: Map<string, bigint> },
): Promise<void> {
  if (parts.length === 0) return;
  const deliveries = new Map(rows.map((row) => [row.delivery_id, row]));
  const agreements = new Map(covers.map((row) => [row.id, row]));
  const coverage = parts.map((part) => ({
    ...plain(deliveries.get(part.deliveryId)!),
    ...{ agreement_id: part.agreementId, grams: part.grams.toString() },
  }));
  await tx.sql(keepCoverage, [JSON.stringify(coverage)]);
  await owe(
    tx,
    sharedAmounts(
      parts.flatMap((part) => {
        const delivery = deliveries.get(part.deliveryId)!;
        return ratesOf(delivery, agreements.get(part.agreementId)!).map((line) => ({ ...part, ...line }));
      }),
    )
      .filter(({ amountFen }) => amountFen > 0n)
      .map((line) => purchaseObligation(line, deliveries.get(line.deliveryId)!, carried)),
  );
}

function ratesOf(delivery: DeliveryRow, agreement: CoverRow) {
  return [
    { kind: 'floorPrice' as const, rate: pricedAt(delivery.price_fen_per_kg, agreement.floor_price_fen_per_kg) },
    { kind: 'premium' as const, rate: agreement.premium_fen_per_kg },
  ].filter(({ rate }) => rate > 0n);
}

function purchaseObligation(
  line: Part & { kind: 'floorPrice' | 'premium'; rate: bigint; amountFen: bigint },
  delivery: DeliveryRow,
  carried: Map<string, bigint>,
): NewObligation {
  const { kind, rate, amountFen: amount } = line;
  const key = `${line.deliveryId} ${kind}`;
  const settled = carried.get(key) ?? 0n;
  const over = settled < amount ? settled : amount;
  carried.set(key, settled - over);
  return {
    ...{ agreement_id: line.agreementId, supplier_id: delivery.supplier_id, household_id: delivery.household_id },
    ...{ lot_id: delivery.lot_id, kind, source_kind: 'delivery' as const, source_id: delivery.delivery_id },
    ...{ part: delivery.part, delivery_id: delivery.delivery_id },
    ...{ quantity: line.grams.toString(), rate_fen: rate.toString(), amount_fen: amount.toString() },
    ...{ carried_fen: over.toString(), earned_on: delivery.delivered_on },
  };
}

function plain({ price_fen_per_kg: _, ...row }: DeliveryRow) {
  return { ...row, grams: row.grams.toString() };
}
