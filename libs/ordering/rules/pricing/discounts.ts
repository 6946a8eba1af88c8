import { money, must } from '@xihuo/kernel';
import type { Applied, LineDiscount, PricedLine, Promotion, PromotionKind, Stacking } from './promotion';

export interface Discounts {
  readonly lines: readonly LineDiscount[];
  readonly applied: readonly Applied[];
}

/** A line while discounts are taken off it. */
interface Open {
  readonly line: PricedLine;
  rest: bigint;
  readonly kinds: Set<PromotionKind>;
}

interface Offer {
  readonly promotion: Promotion;
  readonly parts: ReadonlyMap<string, bigint>;
  readonly packs: ReadonlyMap<string, number>;
  readonly fen: bigint;
}

/**
 * Takes discounts off lines, kind after kind in the order of the setting. Of one kind a line takes one promotion, that
 * which gives the buyer most (ties by id). What belongs to a supplier, or is paid by one, is judged over that supplier's
 * lines alone, so nothing in one supplier's part depends on another's. Every line keeps a fen.
 */
export function discountsOf(
  lines: readonly PricedLine[],
  promotions: readonly Promotion[],
  stacking: Stacking,
): Discounts {
  const open = new Map(
    [...lines]
      .sort(byId)
      .map((line): [string, Open] => [line.id, { line, rest: line.unitFen * BigInt(line.quantity), kinds: new Set() }]),
  );
  const given: LineDiscount[] = [];
  const applied = new Map<string, { promotion: Promotion; fen: bigint; packs: Map<string, number> }>();
  for (const kind of stacking.order) {
    const ofKind = promotions.filter((promotion) => promotion.kind === kind);
    for (const scope of scopesOf([...open.values()], ofKind)) {
      for (let best = bestOf(scope, kind, stacking); best !== null; best = bestOf(scope, kind, stacking)) {
        take(best, kind, open, given);
        const before = applied.get(best.promotion.id) ?? { promotion: best.promotion, fen: 0n, packs: new Map() };
        best.packs.forEach((packs, id) => before.packs.set(id, packs));
        applied.set(best.promotion.id, { ...before, fen: before.fen + best.fen });
      }
    }
  }
  return { lines: given, applied: [...applied.values()] };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

interface Scope {
  readonly lines: readonly Open[];
  readonly promotions: readonly Promotion[];
}

/** Each supplier with what holds in its part; then what holds over all of them. */
function scopesOf(open: readonly Open[], promotions: readonly Promotion[]): Scope[] {
  if (promotions.length === 0) return [];
  const suppliers = [...new Set(open.map(({ line }) => line.supplierId))].sort();
  const within = promotions.filter((promotion) => !promotion.acrossSuppliers);
  const across = promotions.filter((promotion) => promotion.acrossSuppliers);
  must(
    across.every(({ funders, supplierId }) => supplierId === null && funders.every(({ kind }) => kind !== 'supplier')),
    'what spans suppliers is paid by none of them',
  );
  return [
    ...suppliers.map((supplierId) => ({
      lines: open.filter(({ line }) => line.supplierId === supplierId),
      promotions: within.filter((one) => one.supplierId === null || one.supplierId === supplierId),
    })),
    { lines: open, promotions: across },
  ];
}

function bestOf({ lines, promotions }: Scope, kind: PromotionKind, { excludes }: Stacking): Offer | null {
  let best: Offer | null = null;
  const free = lines.filter(
    ({ kinds, rest }) =>
      rest > 1n &&
      !kinds.has(kind) &&
      !excludes.some(([one, other]) => (one === kind && kinds.has(other)) || (other === kind && kinds.has(one))),
  );
  for (const promotion of promotions) {
    const offer = offerOf(
      promotion,
      free.filter(({ line }) => isFor(promotion, line)),
    );
    if (offer.fen === 0n) continue;
    if (!best || offer.fen > best.fen || (offer.fen === best.fen && promotion.id < best.promotion.id)) best = offer;
  }
  return best;
}

function isFor({ skuIds, productIds, category }: Promotion, line: PricedLine): boolean {
  return (
    (skuIds === null || skuIds.includes(line.id)) &&
    (productIds === null || productIds.includes(line.productId)) &&
    (category === null || category === line.category)
  );
}

function offerOf(promotion: Promotion, lines: readonly Open[]): Offer {
  const parts = new Map<string, bigint>();
  const packs = new Map<string, number>();
  const { benefit } = promotion;
  if (benefit.type === 'reduction') reduce(benefit, lines, parts);
  else {
    for (const { line, rest } of lines) {
      let off = 0n;
      if (benefit.type === 'percent') off = money.basisPoints(money.fen(rest), BigInt(benefit.bp));
      else {
        const price = benefit.prices.get(line.id);
        const count = price ? Math.max(0, Math.min(line.quantity, price.most, price.each)) : 0;
        if (price && price.fen < line.unitFen) off = (line.unitFen - price.fen) * BigInt(count);
        if (off > 0n) packs.set(line.id, count);
      }
      if (off > 0n) parts.set(line.id, off < rest ? off : rest - 1n);
    }
  }
  return { promotion, parts, packs, fen: [...parts.values()].reduce((sum, part) => sum + part, 0n) };
}

/** Split by what is left of each line less the fen it keeps: no part exceeds its weight, so none goes below that fen. */
function reduce(
  { thresholdFen, reductionFen }: { thresholdFen: bigint; reductionFen: bigint },
  lines: readonly Open[],
  parts: Map<string, bigint>,
): void {
  const sum = lines.reduce((all, { rest }) => all + rest, 0n);
  if (lines.length === 0 || sum < thresholdFen) return;
  const most = sum - BigInt(lines.length);
  const off = reductionFen < most ? reductionFen : most;
  const weights = lines.map(({ line, rest }) => ({ id: line.id, weight: rest - 1n }));
  for (const [id, part] of money.allocate(money.fen(off), weights)) if (part > 0n) parts.set(id, part);
}

/** Writes down what an offer gives, split over those who fund it, and closes the lines for its kind. */
function take(
  { promotion, parts }: Offer,
  kind: PromotionKind,
  open: ReadonlyMap<string, Open>,
  given: LineDiscount[],
) {
  for (const [lineId, fen] of parts) {
    const one = open.get(lineId)!;
    one.rest -= fen;
    one.kinds.add(kind);
    must(one.rest >= 1n, 'a line keeps a fen');
    const shares = promotion.funders.map((funder, index) => ({
      id: String(index).padStart(2, '0'),
      weight: BigInt(funder.shareBp),
    }));
    for (const [index, share] of money.allocate(money.fen(fen), shares)) {
      const funder = promotion.funders[Number(index)]!;
      if (share === 0n) continue;
      const funderId = funder.kind === 'supplier' ? one.line.supplierId : funder.organisationId;
      given.push({ lineId, promotionId: promotion.id, kind, funderKind: funder.kind, funderId, fen: share });
    }
  }
}
