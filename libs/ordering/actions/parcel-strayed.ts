import type { EventPayload } from '@xihuo/contract';
import { ProblemError } from '@xihuo/kernel';
import { newId, type Notices, type Tx, type Vault } from '@xihuo/platform';
import { claimablePacks } from '../rules/claim';
import { claimLines, lockCase } from '../store/after-sale.sql';
import { parcelToClaim } from '../store/carrier.sql';
import { lockPart } from '../store/line-hold.sql';
import { claimedLine, openCase } from './claim-after-sale';
import { moveCase } from './move-cases';
import { tellBuyer } from './tell-buyer';

type Strayed = EventPayload<'parcelStrayed'>;

const REASONS = { lost: 'lost', returned: 'sentBack' } as const;

const TITLES = {
  lost: { zh: '包裹丢失', en: 'A parcel is lost' },
  returned: { zh: '包裹被退回', en: 'A parcel goes back' },
} as const;

/**
 * A parcel will not reach its buyer: both sides are told, and what was in it and is not claimed yet is claimed for the buyer, who need
 * not find the way there. The supplier answers it as any other claim; silence accepts. A parcel sent in answer to a claim is paid back.
 */
export async function parcelStrayed(
  tx: Tx,
  tools: { vault: Vault; notices: Notices },
  { shipmentId, supplierOrderId, orderId, kind }: Strayed,
  eventId: string,
): Promise<void> {
  // Before it is counted what is free: a claim of the buyer's may be on its way.
  await tx.sql(lockPart, [supplierOrderId]);
  const parcel = await tx.sql(parcelToClaim, [shipmentId]);
  const [first] = parcel;
  if (!first) return;
  if (first.case_id !== null) return paidBackInstead(tx, first.case_id);
  const free = new Map(
    (await tx.sql(claimLines, [orderId, supplierOrderId])).map((row) => [
      row.line_id,
      claimablePacks('refundOnly', claimedLine(row)),
    ]),
  );
  const lines = parcel
    .map(({ line_id: lineId, packs }) => ({ lineId, packs: Math.min(packs, free.get(lineId) ?? 0) }))
    .filter(({ packs }) => packs > 0);
  const words = `${first.carrier} ${first.tracking_number}`;
  const claim = { supplierOrderId, kind: 'refundOnly', reason: REASONS[kind], lines } as const;
  const isClaimed = lines.length > 0 && (await claimed(tx, { orderId, claim, words }));
  const key = `parcelStrayed:${eventId}`;
  const title = TITLES[kind];
  await tools.notices.tellAll(tx, first.supplier_people, {
    ...{ key, title, about: `part:${supplierOrderId}` },
    body: {
      zh: `订单 ${first.order_number} 的包裹 ${words}：${title.zh}。${isClaimed ? '已为买家开立售后单，请在期限内处理。' : '请与买家和快递核实。'}`,
      en: `Order ${first.order_number}, parcel ${words}: ${title.en.toLowerCase()}. ${isClaimed ? 'A claim was opened for the buyer: answer it in time.' : 'Ask the carrier and the buyer.'}`,
    },
  });
  await tellBuyer(tx, tools, orderId, {
    ...{ key, title },
    body: {
      zh: `订单 ${first.order_number} 的包裹 ${words}${kind === 'lost' ? '已被快递确认丢失' : '正被退回寄件人'}。${isClaimed ? '已为您申请退款，可在订单的售后页查看。' : ''}`,
      en: `Parcel ${words} of order ${first.order_number} ${kind === 'lost' ? 'was lost by the carrier' : 'is going back to its sender'}. ${isClaimed ? 'A refund was claimed for you: see the after-sale page of the order.' : ''}`,
    },
  });
}

/** What was sent in place of something and will not come either is paid back as it was claimed; both sides hear of that step. */
async function paidBackInstead(tx: Tx, caseId: string): Promise<void> {
  const [one] = await tx.sql(lockCase, [caseId]);
  if (one?.state === 'replacementSent') await moveCase(tx, one, { event: 'acceptRefund', by: 'platform' });
}

/** False where the time for claims is over, or nothing is left to pay back. */
async function claimed(
  tx: Tx,
  { orderId, claim, words }: Pick<Parameters<typeof openCase>[1], 'orderId' | 'claim' | 'words'>,
): Promise<boolean> {
  try {
    await openCase(tx, { orderId, caseId: newId(), claim, amountFen: null, words, photoIds: [], by: 'platform' });
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'AFTER_SALE_NOT_POSSIBLE') return false;
    throw error;
  }
}
