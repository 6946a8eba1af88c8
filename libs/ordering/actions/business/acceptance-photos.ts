import { fail } from '@xihuo/contract';
import type { CommandOptions, Database, Files } from '@xihuo/platform';
import { storePhoto } from '../after-sale-photos';
import { mustHaveDuty } from './members';
import { loadPurchase } from './view-purchase';

/** Keeps a photo of goods at the door. @throws ProblemError NOT_FOUND, DUTY_MISSING, PURCHASE_STATE before the order is issued, DOCUMENT_REFUSED */
export async function keepAcceptancePhoto(
  place: { database: Database; files: Files },
  ask: CommandOptions,
  { id, personId, bytes }: { id: string; personId: string; bytes: Promise<Buffer> },
): Promise<{ photoId: string }> {
  const { row, member } = await loadPurchase(place.database, id, personId);
  mustHaveDuty(member, 'receive');
  if (row.order_id === null) throw fail('PURCHASE_STATE', { extra: { state: row.state } });
  return storePhoto(place, ask, { orderId: row.order_id, bytes });
}
