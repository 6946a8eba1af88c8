import type { Log, Notices, Tx, Vault } from '@xihuo/platform';
import { lots } from '@xihuo/trace';
import { phoneOf } from '../store/delivery-cell';
import {
  advanceTelling,
  beginTellings,
  ordersOfLines,
  takeTelling,
  type RecalledOrder,
  type ToldOf,
} from '../store/recall.sql';

/** Order lines gone through in one transaction: some tens of milliseconds of work. */
export const TELLING_PAGE = 500;

/**
 * Notes that the buyers of recalled goods are to be told, or that the recall was withdrawn; the job `ordering.tellOfRecalls` does it
 * page by page.
 */
export async function beginTelling(tx: Tx, recallIds: readonly string[], what: ToldOf = 'recalled'): Promise<void> {
  await tx.sql(beginTellings, [recallIds, tx.now, what]);
}

/**
 * Tells a page of those who received goods of a recalled lot, or tells those who heard of it that the suspicion was wrong: in the
 * app where there is an account, and by SMS to the phone the parcel went to, guests too. Lots know order lines only; who stands behind them is known here. What was told and how far it came
 * are committed together, and an order has one key: each is told once, whenever a worker dies.
 *
 * @returns whether there was anything to do
 */
export async function tellBuyersOfRecall(
  tx: Tx,
  tools: { vault: Vault; notices: Notices; log: Pick<Log, 'error'> },
  page = TELLING_PAGE,
): Promise<boolean> {
  const [telling] = await tx.sql(takeTelling);
  if (!telling) return false;
  const { recall_id: recallId, what, after_line: after } = telling;
  const lines = await linesToTell(tx, telling, page);
  const orders = await tx.sql(ordersOfLines, [lines, recallId, after]);
  const unreachable = await tellEach(tx, tools, orders, { recallId, what });
  const done = lines.length < page;
  await tx.sql(advanceTelling, [
    ...[recallId, lines.at(-1) ?? after, orders.length, unreachable, done ? tx.now : null, what],
  ]);
  return true;
}

interface Telling {
  readonly recall_id: string;
  readonly what: ToldOf;
  readonly after_line: string;
  readonly until_line: string | null;
  readonly withdrawn: boolean;
}

async function linesToTell(
  tx: Tx,
  { recall_id: recallId, what, after_line: after, until_line: until, withdrawn }: Telling,
  page: number,
): Promise<string[]> {
  // Where the suspicion was wrong, nobody else is frightened.
  if (what === 'recalled') return withdrawn ? [] : lots.recalledLines(tx, recallId, after, page);
  if (until === null) return [];
  return (await lots.recalledLines(tx, recallId, after, page)).filter((line) => line <= until);
}

/** @returns how many have no phone that could be read: one sealed wrongly must not keep a warning from all others */
async function tellEach(
  tx: Tx,
  { vault, notices, log }: { vault: Vault; notices: Notices; log: Pick<Log, 'error'> },
  orders: readonly RecalledOrder[],
  { recallId, what }: { recallId: string; what: ToldOf },
): Promise<number> {
  const [words, key] = what === 'recalled' ? [wordsFor, 'recall'] : [wordsOfEnd, 'recallWithdrawn'];
  const told = orders.map((order) => ({ ...order, ...words(order), key: `${key}:${recallId}:${order.order_id}` }));
  await notices.tellEach(
    tx,
    told.flatMap(({ buyers, key, title, body, order_id: id }) =>
      buyers.map((personId) => ({ personId, key, title, body, about: `order:${id}` })),
    ),
  );
  const texts = told.flatMap((order) => {
    const phone = phoneOf(vault, order);
    if (phone === null)
      log.error({ orderId: order.order_id, recallId }, 'the phone of a recalled parcel does not open');
    return phone === null ? [] : [{ key: order.key, phone, text: order.body.zh }];
  });
  await notices.smsEach(tx, texts);
  return orders.length - texts.length;
}

function wordsFor({ order_number: number, products, supplier_name: supplier, notice }: RecalledOrder) {
  const title = { zh: '您买的商品正在召回', en: 'Goods you bought are recalled' };
  const zh = `您的订单 ${number} 中的${products}（${supplier}）正在召回，请停止食用或使用。${notice}`;
  const en = `${products} of ${supplier} in your order ${number} is recalled: stop eating or using it. ${notice}`;
  return { title, body: { zh, en } };
}

function wordsOfEnd({ order_number: number, products, supplier_name: supplier, result }: RecalledOrder) {
  const title = { zh: '召回已撤销，可以放心食用', en: 'The recall was withdrawn' };
  const why = result ?? '';
  const zh = `您的订单 ${number} 中的${products}（${supplier}）的召回已撤销：此前的怀疑不成立。${why}`;
  const en = `The recall of ${products} of ${supplier} in your order ${number} was withdrawn: the suspicion was wrong. ${why}`;
  return { title, body: { zh, en } };
}
