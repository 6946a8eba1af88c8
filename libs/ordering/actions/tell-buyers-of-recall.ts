import type { Notices, Tx, Vault } from '@xihuo/platform';
import { lots } from '@xihuo/trace';
import { deliveryCell } from '../store/delivery-cell';
import { ordersOfLines, type RecalledOrder } from '../store/recall.sql';

const PAGE = 500;

/**
 * Tells whoever received goods of recalled lots: in the app where there is an account, and by SMS to the phone the parcel went to,
 * guests too. Lots know order lines only; who stands behind them is known here.
 *
 * @returns how many orders
 */
export async function tellBuyersOfRecall(
  tx: Tx,
  tools: { vault: Vault; notices: Notices },
  recallId: string,
): Promise<number> {
  let told = 0;
  for (let after: string | null = null; ;) {
    const lines: string[] = await lots.recalledLines(tx, recallId, after, PAGE);
    for (const order of await tx.sql(ordersOfLines, [lines, recallId])) {
      await tellBuyer(tx, tools, order, recallId);
      told += 1;
    }
    if (lines.length < PAGE) return told;
    after = lines.at(-1)!;
  }
}

async function tellBuyer(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Notices },
  order: RecalledOrder,
  recallId: string,
): Promise<void> {
  const { order_number: number, products, supplier_name: supplier, notice } = order;
  const zh = `您的订单 ${number} 中的${products}（${supplier}）正在召回，请停止食用或使用。${notice}`;
  const en = `${products} of ${supplier} in your order ${number} is recalled: stop eating or using it. ${notice}`;
  // An order whose lines lie on two pages is told once: the key is the order's.
  const key = `recall:${recallId}:${order.order_id}`;
  if (order.person_id !== null) {
    const title = { zh: '您买的商品正在召回', en: 'Goods you bought are recalled' };
    await notices.tell(tx, { personId: order.person_id, key, title, body: { zh, en } });
  }
  const { phone } = JSON.parse(vault.open(deliveryCell(order.order_id), order.delivery_sealed)) as { phone: string };
  await notices.sms(tx, { key, phone, text: `【西货】${zh}` });
}
