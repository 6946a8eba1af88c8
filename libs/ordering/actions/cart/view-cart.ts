import type { Database } from '@xihuo/platform';
import { fail, type ResponseOf } from '@xihuo/contract';
import { quoteWithBest } from '../../rules/pricing/choose-coupons';
import { canBuy, cartLineState } from '../../rules/pricing/cart-lines';
import { FETCHED, onceEach } from '../../rules/pricing/price-batch';
import { linesOf, type Pricing } from '../../rules/pricing/pricing';
import type { Promotion } from '../../rules/pricing/promotion';
import type { Quote } from '../../rules/pricing/quote';
import { cartLines, cartPlace, type CartLineRow } from '../../store/cart/cart.sql';
import { cartView, type JudgedLine } from '../../store/cart/cart-view';
import { loadPricing } from '../pricing/load-pricing';

export type CartView = ResponseOf<'GET /cart'>;

/** Whose cart: an account's, or a guest's by the hash of its token; nobody's is empty. */
export interface CartOwner {
  readonly personId: string | null;
  readonly tokenHash: Buffer | null;
}

export interface CartAsk {
  readonly region: string | null;
  /** It is picked up: no freight, and no place is out of reach. */
  readonly pickup: boolean;
  /** Ids that were chosen; null: those that help most. */
  readonly coupons: readonly string[] | null;
}

/**
 * A cart as an order of it would cost at this moment, by the same rule: three statements, however many lines, and one more where
 * a freight template is met for the first time; the two large ones are read at the same time. What is not for sale, sold out or not
 * sent to the place stands apart and counts for nothing.
 *
 * @throws ProblemError REGION_NOT_DELIVERABLE
 */
export async function viewCart(database: Database, owner: CartOwner, ask: CartAsk): Promise<CartView> {
  const who = [owner.personId, owner.tokenHash];
  const [place] = await database.read(cartPlace, [...who, ask.region]);
  const { now, sku_ids: skuIds } = place!;
  if (ask.region !== null && place!.code === null) throw notDeliverable();
  const coupons = owner.personId === null ? [] : null;
  const [found, loaded] = await Promise.all([
    database.read(cartLines, who),
    loadPricing(database, { skuIds, now, coupons, personId: owner.personId }),
  ]);
  // What came in between the two has no price yet: the next look has it.
  const rows = found.filter((row) => loaded.offers.has(row.sku_id));
  const pricing = ask.pickup ? { ...loaded, ...FETCHED } : loaded;
  const region = place!.code;
  const { quote, lines } = judge(pricing, rows, { region, coupons: chosenOf(pricing, ask.coupons) });
  return cartView({ rows: lines, quote, pricing, place: place! });
}

/** What is asked for is no place of the mainland. */
export const notDeliverable = () =>
  fail('REGION_NOT_DELIVERABLE', {
    errors: [{ pointer: '/query/region', code: 'REGION_NOT_DELIVERABLE', message: 'not deliverable' }],
  });

function chosenOf({ coupons }: Pricing, ids: readonly string[] | null): Promotion[] {
  const held = [...coupons].filter(([id]) => ids === null || ids.includes(id));
  return onceEach(held.map(([, coupon]) => coupon.promotion));
}

/** Prices what is chosen; where some of that is not sent to the place, once more without it. */
function judge(
  pricing: Pricing,
  rows: readonly CartLineRow[],
  { region, coupons }: { region: string | null; coupons: readonly Promotion[] },
): { quote: Quote; lines: JudgedLine[] } {
  const all = quoteOf(pricing, rows, region, []);
  const lines = rows.map((row) => ({
    row,
    state: cartLineState({
      ...{ quantity: row.quantity, forSale: row.for_sale, available: row.available, seenFen: row.seen_fen },
      ...{ priceFen: row.price_fen, served: all.lines.get(row.sku_id)?.served ?? true },
    }),
  }));
  const chosen = lines.filter(({ row, state }) => row.selected && canBuy(state)).map(({ row }) => row);
  // Mostly everything is wanted and no coupon held: that is what was priced already.
  const isAll = chosen.length === rows.length && coupons.length === 0;
  return { quote: isAll ? all : quoteOf(pricing, chosen, region, coupons), lines };
}

function quoteOf(
  pricing: Pricing,
  rows: readonly CartLineRow[],
  region: string | null,
  coupons: readonly Promotion[],
): Quote {
  const wanted = rows.map((row) => ({ skuId: row.sku_id, quantity: row.quantity }));
  return quoteWithBest({ ...pricing, lines: linesOf(pricing, wanted), region }, coupons);
}
