import { must } from '@xihuo/kernel';
import { discountsOf } from './discounts';
import { freightOf, pathOf, type FreightTemplate, type Parcel, type Storage } from './freight';
import type { Applied, LineDiscount, PricedLine, Promotion, Stacking } from './promotion';

export interface QuoteLine extends PricedLine {
  readonly storage: Storage;
  /** Net grams of a pack; null where it is not sold by weight. */
  readonly grams: bigint | null;
}

export interface QuoteInput {
  readonly lines: readonly QuoteLine[];
  /** Where it goes to, a code of GB/T 2260; null while the buyer has not said. */
  readonly region: string | null;
  readonly templates: ReadonlyMap<string, FreightTemplate>;
  /** Places a supplier delivers to; one that named none delivers everywhere. */
  readonly areas: ReadonlyMap<string, readonly string[]>;
  readonly promotions: readonly Promotion[];
  readonly stacking: Stacking;
}

export interface QuotedLine {
  readonly id: string;
  readonly supplierId: string;
  readonly goodsFen: bigint;
  readonly discountFen: bigint;
  /** Of the discount, what others than the supplier fund. */
  readonly fundedFen: bigint;
  readonly freightFen: bigint;
  readonly amountFen: bigint;
  readonly served: boolean;
  readonly discounts: readonly LineDiscount[];
}

export interface QuotedPart {
  readonly supplierId: string;
  readonly goodsFen: bigint;
  readonly discountFen: bigint;
  readonly freightFen: bigint;
  readonly amountFen: bigint;
  /** Null where no template holds: free. */
  readonly freight: { readonly templateId: string; readonly parcels: readonly Parcel[] } | null;
}

export interface Quote {
  readonly lines: ReadonlyMap<string, QuotedLine>;
  readonly parts: ReadonlyMap<string, QuotedPart>;
  readonly applied: readonly Applied[];
  readonly goodsFen: bigint;
  readonly discountFen: bigint;
  readonly freightFen: bigint;
  /** What the buyer is asked to pay: goods less discounts plus freight. */
  readonly amountFen: bigint;
}

const total = <Item>(items: Iterable<Item>, of: (item: Item) => bigint): bigint => {
  let sum = 0n;
  for (const item of items) sum += of(item);
  return sum;
};

function groupsOf<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/**
 * What lines cost, to the fen: the one function by which the cart shows and the counter charges. Discounts come first, since
 * freight may be free from what is paid for the goods on.
 */
export function quote({ lines, region, templates, areas, promotions, stacking }: QuoteInput): Quote {
  const { lines: discounts, applied } = discountsOf(lines, promotions, stacking);
  const byLine = groupsOf(discounts, ({ lineId }) => lineId);
  const quoted = new Map<string, QuotedLine>();
  const parts = new Map<string, QuotedPart>();
  for (const [supplierId, own] of groupsOf(lines, (line) => line.supplierId)) {
    const priced = own.map((line) => pricedOf(line, byLine.get(line.id) ?? []));
    const goodsFen = total(priced, (line) => line.goodsFen);
    const discountFen = total(priced, (line) => line.discountFen);
    const template = templates.get(supplierId) ?? null;
    const freight = region === null ? null : freightOf(template, region, own, goodsFen - discountFen);
    const unserved = new Set(
      region === null || isServed(areas.get(supplierId), region) ? freight?.unserved : own.map(({ id }) => id),
    );
    for (const line of priced) {
      const freightFen = freight?.byLine.get(line.id) ?? 0n;
      const amountFen = line.goodsFen - line.discountFen + freightFen;
      quoted.set(line.id, { ...line, freightFen, amountFen, served: !unserved.has(line.id) });
    }
    const freightFen: bigint = freight?.fen ?? 0n;
    const part = { supplierId, goodsFen, discountFen, freightFen, amountFen: goodsFen - discountFen + freightFen };
    must(part.amountFen === total(own, ({ id }) => quoted.get(id)!.amountFen), 'a part is the sum of its lines');
    parts.set(supplierId, {
      ...part,
      freight: template && freight ? { templateId: template.id, parcels: freight.parcels } : null,
    });
  }
  const sum = (of: (part: QuotedPart) => bigint) => total(parts.values(), of);
  return {
    ...{ lines: quoted, parts, applied },
    goodsFen: sum((part) => part.goodsFen),
    discountFen: sum((part) => part.discountFen),
    freightFen: sum((part) => part.freightFen),
    amountFen: sum((part) => part.amountFen),
  };
}

function pricedOf(
  line: QuoteLine,
  discounts: readonly LineDiscount[],
): Omit<QuotedLine, 'freightFen' | 'amountFen' | 'served'> {
  return {
    ...{ id: line.id, supplierId: line.supplierId, discounts },
    goodsFen: line.unitFen * BigInt(line.quantity),
    discountFen: total(discounts, ({ fen }) => fen),
    fundedFen: total(
      discounts.filter(({ funderKind }) => funderKind !== 'supplier'),
      ({ fen }) => fen,
    ),
  };
}

function isServed(area: readonly string[] | undefined, region: string): boolean {
  return !area?.length || pathOf(region).some((code) => area.includes(code));
}
