import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { linesOf } from '../../rules/pricing/pricing';
import { quote } from '../../rules/pricing/quote';
import { deliveryAsk } from '../../store/pricing/delivery-quote.sql';
import { notDeliverable } from '../cart/view-cart';
import { loadPricing } from './load-pricing';

type Asked = InputOf<'GET /skus/{skuId}/delivery'>;

/**
 * What it costs to send some packs of one offer to a place, by the rule by which carts and orders are charged, as if nothing else were
 * bought and no coupon used.
 *
 * @throws ProblemError NOT_FOUND, REGION_NOT_DELIVERABLE
 */
export async function quoteDelivery(
  database: Database,
  { params: { skuId }, query: { region, quantity } }: Asked,
): Promise<ResponseOf<'GET /skus/{skuId}/delivery'>> {
  const [ask] = await database.read(deliveryAsk, [skuId, region]);
  if (!ask || ask.sku_id === null) throw fail('NOT_FOUND');
  if (ask.code === null || ask.name === null) throw notDeliverable();
  const pricing = await loadPricing(database, { skuIds: [skuId], now: ask.now, coupons: [], personId: null });
  const lines = linesOf(pricing, [{ skuId, quantity }]);
  const { lines: quoted, parts, freightFen } = quote({ ...pricing, lines, region });
  const [part] = parts.values();
  const line = quoted.get(skuId);
  must(part && line, 'an offer has a price');
  const free = part.freight?.parcels[0]?.freeFromFen ?? null;
  return {
    region: { code: ask.code, name: ask.name },
    served: line.served,
    freight: money.toWire(money.fen(line.served ? freightFen : 0n)),
    freeFrom: free === null || !line.served || freightFen === 0n ? null : money.toWire(money.fen(free)),
    available: ask.available < quantity ? Math.max(ask.available, 0) : null,
  };
}
