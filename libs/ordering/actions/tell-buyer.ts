import type { Notices, Tx, Vault } from '@xihuo/platform';
import { deliveryCell } from '../store/delivery-cell';
import { buyerOfOrder } from '../store/line-hold.sql';

export interface BuyerMessage {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
}

/** Tells whoever ordered: in the app where there is an account, else by SMS to the phone the parcel goes to. */
export async function tellBuyer(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Notices },
  orderId: string,
  { key, title, body }: BuyerMessage,
): Promise<void> {
  const [buyer] = await tx.sql(buyerOfOrder, [orderId]);
  if (!buyer) return;
  if (buyer.person_id !== null) return notices.tell(tx, { personId: buyer.person_id, key, title, body });
  const { phone } = JSON.parse(vault.open(deliveryCell(orderId), buyer.delivery_sealed)) as { phone: string };
  await notices.sms(tx, { key, phone, text: `${title.zh}：${body.zh}` });
}
