import type { machines } from '@xihuo/contract';
import type { Notices, Tx, Vault } from '@xihuo/platform';
import { deliveryCell } from '../store/delivery-cell';
import { buyersOfOrder } from '../store/line-hold.sql';

export interface BuyerMessage {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly body: { readonly zh: string; readonly en: string };
  /** Where it leads; the order itself where absent. */
  readonly about?: machines.NoticeAbout;
}

/**
 * Tells whoever ordered: in the app where there is an account, else by SMS to the phone the parcel goes to. Of what an organisation
 * bought, its members with the duty to order or to receive.
 */
export async function tellBuyer(
  tx: Tx,
  { vault, notices }: { vault: Vault; notices: Notices },
  orderId: string,
  { key, title, body, about = `order:${orderId}` }: BuyerMessage,
): Promise<void> {
  const [told] = await tx.sql(buyersOfOrder, [orderId]);
  if (!told) return;
  if (!told.is_guest) return notices.tellAll(tx, told.buyers, { key, title, body, about });
  const { phone } = JSON.parse(vault.open(deliveryCell(orderId), told.delivery_sealed)) as { phone: string };
  await notices.sms(tx, { key, phone, text: `${title.zh}：${body.zh}` });
}
