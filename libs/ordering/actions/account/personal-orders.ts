import type { Database, NamedKeeping, Vault } from '@xihuo/platform';
import {
  cartOfPerson,
  forgetBook,
  forgetCarts,
  forgetDeliveries,
  forgetRemarks,
  forgetTakers,
  openOrders,
  ordersOfPerson,
  ordersToForget,
  type OwnOrderRow,
} from '../../store/account/personal.sql';
import { deliveryCell } from '../../store/delivery-cell';
import { couponWallet } from './coupon-wallet';
import { listAddresses } from './addresses';

const PAGE = 500;
const NOWHERE = { address: '', name: '', phone: '' };
const SHOWN = JSON.stringify(NOWHERE);

async function ownOrders(where: Pick<Database, 'read'>, vault: Vault, personId: string) {
  const orders: object[] = [];
  for (let page: OwnOrderRow[] = [], after: string | null = null; ; after = page.at(-1)!.id) {
    page = await where.read(ordersOfPerson, [personId, after, PAGE]);
    for (const { delivery_sealed: sealed, ...order } of page)
      orders.push({ ...order, delivery: JSON.parse(vault.open(deliveryCell(order.id), sealed)) as unknown });
    if (page.length < PAGE) return orders;
  }
}

/**
 * What people bought, and where it went. Orders, sums, parcels and claims stay three years and longer under a number (电子商务法 art. 31,
 * 网络交易监督管理办法 art. 31), invoices with title and taxpayer number ten years (税收征收管理法实施细则 art. 29); to whom and where goes
 * with the account, and so do words to sellers, phones that had a price, the book of addresses and the cart.
 */
export const personalOrders: Omit<NamedKeeping, 'name'> = {
  async tell(where, vault, personId) {
    const [{ data: addresses }, { data: coupons }, cart, orders] = await Promise.all([
      listAddresses(where, vault, personId),
      couponWallet(where, personId),
      where.read(cartOfPerson, [personId]),
      ownOrders(where, vault, personId),
    ]);
    return { addresses, coupons, cart, orders };
  },
  open: openOrders,
  async forget(tx, vault, personIds) {
    await tx.sql(forgetBook, [personIds]);
    await tx.sql(forgetCarts, [personIds]);
    await tx.sql(forgetRemarks, [personIds]);
    await tx.sql(forgetTakers, [personIds]);
    const ids = (await tx.sql(ordersToForget, [personIds, SHOWN])).map(({ id }) => id);
    if (ids.length === 0) return;
    const sealed = ids.map((id) => vault.seal(deliveryCell(id), SHOWN));
    await tx.sql(forgetDeliveries, [ids, sealed, SHOWN]);
  },
};
