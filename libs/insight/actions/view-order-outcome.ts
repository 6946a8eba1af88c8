import type { ResponseOf } from '@xihuo/contract';
import { lines } from '@xihuo/ordering';
import type { Database } from '@xihuo/platform';
import { outcomeOf } from '../rules/order-outcome';
import { outcomeParts, outcomeShares } from '../store/order-outcome.sql';

/**
 * What became of the money of an order, part by part, for whoever may read the order.
 *
 * @param access how the caller comes to it: by account, or by its token
 * @throws ProblemError NOT_FOUND
 */
export async function viewOrderOutcome(
  database: Database,
  orderId: string,
  access: { personId: string | null; token: string | null },
): Promise<ResponseOf<'GET /orders/{id}/outcome'>> {
  await lines.orderFor(database, orderId, access);
  const [parts, shares] = await Promise.all([
    database.read(outcomeParts, [orderId]),
    database.read(outcomeShares, [orderId]),
  ]);
  return {
    parts: parts.map((part) =>
      outcomeOf(
        part,
        shares.filter((share) => share.supplier_order_id === part.id),
      ),
    ),
  };
}
