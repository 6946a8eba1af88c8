import type { ResponseOf } from '@xihuo/contract';
import { isInvalid, type CartLineState } from '../../rules/pricing/cart-lines';
import type { Pricing } from '../../rules/pricing/pricing';
import type { Quote, QuotedPart } from '../../rules/pricing/quote';
import { amountsView, wire } from '../order-view';
import type { CartLineRow, CartPlaceRow } from './cart.sql';

type CartView = ResponseOf<'GET /cart'>;
type LineView = CartView['invalid'][number];
type GroupView = CartView['groups'][number];

export interface JudgedLine {
  readonly row: CartLineRow;
  readonly state: CartLineState;
}

interface Judged {
  readonly rows: readonly JudgedLine[];
  readonly quote: Quote;
  readonly pricing: Pricing;
  readonly place: CartPlaceRow;
}

/** From this many on a line says nothing of how many there are: they are enough, and a supplier's stock is its own. */
const FEW = 20;

const NOTHING = { goodsFen: 0n, discountFen: 0n, freightFen: 0n, amountFen: 0n };

export function cartView({ rows, quote, pricing, place }: Judged): CartView {
  const groups = new Map<string, GroupView>();
  for (const one of rows) {
    if (isInvalid(one.state)) continue;
    const { supplier_id: id, supplier_name: name } = one.row;
    const group = groups.get(id) ?? groupView({ id, name }, quote.parts.get(id));
    group.lines.push(lineView(one, quote));
    groups.set(id, group);
  }
  return {
    groups: [...groups.values()],
    invalid: rows.filter(({ state }) => isInvalid(state)).map((one) => lineView(one, quote)),
    ...amountsView(quote),
    promotions: quote.applied.map(({ promotion: { id, kind, name }, fen }) => ({ id, kind, name, amount: wire(fen) })),
    couponsUsed: quote.applied.flatMap(({ promotion: { claimId } }) => claimId ?? []),
    coupons: couponsView(pricing, place),
    region: place.code === null ? null : { code: place.code, name: place.name ?? '' },
    token: null,
  };
}

function groupView(supplier: GroupView['supplier'], part: QuotedPart | undefined): GroupView {
  const parcels = part?.freight?.parcels ?? [];
  // Missing until the last class that costs something is free as well.
  const still = parcels.flatMap(({ fen, freeFromFen }) => (fen > 0n && freeFromFen !== null ? [freeFromFen] : []));
  const paid = (part?.goodsFen ?? 0n) - (part?.discountFen ?? 0n);
  const most = still.reduce((a, b) => (a > b ? a : b), 0n);
  return {
    supplier,
    ...amountsView(part ?? NOTHING),
    toFreeFreight: still.length > 0 && still.length === parcels.length ? wire(most - paid) : null,
    parcels: parcels.map(({ storage, grams, fen }) => ({ storage, grams: String(grams), freight: wire(fen) })),
    lines: [],
  };
}

function lineView({ row, state }: JudgedLine, quote: Quote): LineView {
  return {
    skuId: row.sku_id,
    productId: row.product_id,
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    category: row.category,
    photo: row.photo,
    pack: row.pack,
    quantity: row.quantity,
    selected: row.selected,
    state,
    available: state === 'tooFew' || (row.available > 0 && row.available < FEW) ? row.available : null,
    seenPrice: wire(row.seen_fen),
    price: wire(row.price_fen),
    ...amountsView(quote.lines.get(row.sku_id) ?? NOTHING),
    via: row.via,
  };
}

function couponsView({ coupons }: Pricing, place: CartPlaceRow): CartView['coupons'] {
  const facts = new Map((place.coupons ?? []).map((fact) => [fact.id, fact]));
  return [...coupons].flatMap(([id, { promotion }]) => {
    const fact = facts.get(id);
    if (!fact || promotion.benefit.type !== 'reduction') return [];
    const { supplierId } = promotion;
    return [
      {
        ...{ id, promotionId: promotion.id, name: promotion.name },
        supplier: supplierId === null ? null : { id: supplierId, name: fact.supplierName ?? '' },
        threshold: wire(promotion.benefit.thresholdFen),
        reduction: wire(promotion.benefit.reductionFen),
        endsAt: new Date(fact.endsAt).toISOString(),
      },
    ];
  });
}
