import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { gtinOf } from '../rules/gs1';
import { insertTradeItem, nextItemNumber, tradeItem } from '../store/lot-entry.sql';

export interface TradeItem {
  readonly supplierId: string;
  readonly productId: string;
  /** Null: the product in bulk, which is what a lot holds. */
  readonly skuId: string | null;
}

/** The number codes on packs carry; counted the first time it is asked for. */
export async function gtinFor(tx: Tx, { supplierId, productId, skuId }: TradeItem): Promise<string> {
  const of = [supplierId, productId, skuId];
  const [known] = await tx.sql(tradeItem, of);
  if (known) return known.gtin;
  const [next] = await tx.sql(nextItemNumber);
  const [made] = await tx.sql(insertTradeItem, [next!.item_number, ...of, gtinOf(next!.item_number)]);
  const [faster] = made ? [made] : await tx.sql(tradeItem, of);
  must(faster, 'a trade item has its number');
  return faster.gtin;
}
