import { fail, machines, type InputOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import { newId, type Database, type Tx } from '@xihuo/platform';
import {
  claimablePacks,
  claimUntil,
  freightOfRefund,
  needsPhotos,
  neverLeaves,
  priceOfPacks,
  wantsOthers,
  type ClaimedLine,
  type PacksPrice,
} from '../rules/claim';
import { claimPhotos } from '../store/after-sale-photo.sql';
import { claimLines, insertCase, lockCase, type ClaimLineRow } from '../store/after-sale.sql';
import { lockPart } from '../store/line-hold.sql';
import { cancelPacks, dueAtOf, moveCase, tellStep } from './move-cases';
import { loadOrder, type OrderAccess } from './view-order';

type Body = InputOf<'POST /orders/{id}/after-sales'>['body'];
type Claim = { kind: machines.AfterSaleKind } & Pick<Body, 'supplierOrderId' | 'reason'> & {
    readonly lines: readonly { lineId: string; packs: number }[];
  };

export interface PricedClaim {
  lines: { lineId: string; packs: number; fen: money.Fen; price: PacksPrice }[];
  totalFen: money.Fen;
}

export function claimedLine(row: ClaimLineRow): ClaimedLine {
  return {
    ...{ quantity: row.quantity, perishable: row.perishable, shippedPacks: row.shipped_packs },
    ...{ cancelledPacks: row.cancelled_packs, claimedPacks: row.claimed_packs },
    amountFen: money.fen(row.amount_fen),
    freightFen: money.fen(row.freight_fen),
    goneFen: money.fen(row.gone_fen),
    takenGoodsFen: money.fen(row.taken_goods_fen),
    takenFreightFen: money.fen(row.taken_freight_fen),
  };
}

export const claimedPart = (row: ClaimLineRow) => ({
  ...{ state: row.state, receivedAt: row.received_at, deliveredAt: row.delivered_at, releaseDue: row.release_due },
});

const NOTHING: PacksPrice = { goodsFen: money.ZERO, freightFen: money.ZERO, refundFen: money.ZERO };

/**
 * Judges a claim and prices it, line by line. The windows are those of the law and our dated settings; nothing is claimed twice.
 * Packs that cost nothing may be cancelled; there is nothing to claim of them once they have left.
 *
 * @throws ProblemError AFTER_SALE_NOT_POSSIBLE (errors name line and why: WINDOW_OVER, PACKS_CLAIMED), INVALID_INPUT
 */
export function priceClaim(claim: Claim, rows: readonly ClaimLineRow[], now: Date): PricedClaim {
  const byId = new Map(rows.map((row) => [row.line_id, row]));
  const faults: { pointer: string; code: string; message: string }[] = [];
  const lines = claim.lines.map(({ lineId, packs }, index) => {
    const row = byId.get(lineId);
    const pointer = `/lines/${index}`;
    if (!row) {
      throw fail('INVALID_INPUT', {
        errors: [{ pointer: `${pointer}/lineId`, code: 'LINE_UNKNOWN', message: 'not a line of this part' }],
      });
    }
    const line = claimedLine(row);
    const until = claimUntil(claim.kind, claim.reason, line, claimedPart(row), row.window_days);
    const isOpen = until === 'openEnded' || (until !== null && until > now);
    if (!isOpen) {
      faults.push({ pointer, code: 'WINDOW_OVER', message: row.product_name });
      return { lineId, packs, fen: money.ZERO, price: NOTHING };
    }
    if (packs > claimablePacks(claim.kind, line)) {
      faults.push({ pointer: `${pointer}/packs`, code: 'PACKS_CLAIMED', message: row.product_name });
      return { lineId, packs, fen: money.ZERO, price: NOTHING };
    }
    const price = priceOfPacks(claim.kind, claim.reason, line, packs);
    const left = line.amountFen - line.goneFen;
    return { lineId, packs, fen: price.refundFen < left ? price.refundFen : money.fen(left), price };
  });
  const totalFen = money.sum(lines.map((line) => line.fen));
  if (faults.length > 0) throw fail('AFTER_SALE_NOT_POSSIBLE', { errors: faults });
  if (totalFen === 0n && !neverLeaves(claim.kind))
    throw fail('AFTER_SALE_NOT_POSSIBLE', { detail: 'nothing is left to pay back' });
  return { lines, totalFen };
}

/** Less than the whole, where that is all the buyer wants: split over the lines by what they would bring. */
function wished(priced: PricedClaim, wish: money.Fen | null): PricedClaim {
  if (wish === null || wish === priced.totalFen) return priced;
  if (wish <= 0n || wish > priced.totalFen)
    throw fail('REFUND_TOO_LARGE', { extra: { leftFen: priced.totalFen.toString() } });
  const parts = money.allocate(
    wish,
    priced.lines.map((line) => ({ id: line.lineId, weight: line.fen })),
  );
  return { lines: priced.lines.map((line) => ({ ...line, fen: parts.get(line.lineId)! })), totalFen: wish };
}

/**
 * Packs that never leave come from no lot, so what is kept of their price could be settled with nobody; and who wants other packs
 * has the whole of what they cost where those do not come.
 */
function mustBeWhole(priced: PricedClaim, wish: money.Fen | null): void {
  if (wish === null || wish === priced.totalFen) return;
  throw fail('INVALID_INPUT', {
    errors: [{ pointer: '/amount', code: 'WHOLE_ONLY', message: 'what is cancelled or replaced is paid back whole' }],
  });
}

/** What a claim would bring back, without making it. */
export async function quoteClaim(
  database: Database,
  orderId: string,
  claim: Claim,
  access: OrderAccess,
  now: Date,
): Promise<PricedClaim> {
  await loadOrder(database, orderId, access);
  const rows = await database.read(claimLines, [orderId, claim.supplierOrderId]);
  if (rows.length === 0) throw fail('NOT_FOUND');
  return priceClaim(claim, rows, now);
}

interface Claiming {
  orderId: string;
  caseId: string;
  claim: Claim;
  amountFen: money.Fen | null;
  words: string;
  photoIds: readonly string[];
  by: 'buyer' | 'supplier' | 'platform';
}

/** Goods not sent yet are called off by whoever orders; what came is judged by whoever receives. */
export function dutyOfClaim(kind: machines.AfterSaleKind): machines.buying.Duty {
  return kind === 'cancel' ? 'order' : 'receive';
}

/** The buyer's claim. @throws ProblemError NOT_FOUND, DUTY_MISSING, AFTER_SALE_NOT_POSSIBLE, AFTER_SALE_PHOTOS, REFUND_TOO_LARGE */
export async function claimAfterSale(tx: Tx, orderId: string, body: Body, access: OrderAccess): Promise<string> {
  await loadOrder(tx, orderId, access, dutyOfClaim(body.kind));
  const { amount, words, photoIds, ...claim } = body;
  tx.attempt({ action: 'afterSale.request', subjectKind: 'order', subjectId: orderId });
  const reasons: readonly string[] = machines.AFTER_SALE_REASONS[claim.kind];
  if (!reasons.includes(claim.reason))
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/reason', code: 'REASON_UNKNOWN', message: `not a reason of ${claim.kind}` }],
    });
  if (needsPhotos(claim.kind, claim.reason) && photoIds.length === 0) throw fail('AFTER_SALE_PHOTOS');
  const amountFen = amount ? money.fromWire(amount) : null;
  return openCase(tx, { orderId, caseId: newId(), claim, amountFen, words, photoIds, by: 'buyer' });
}

/** Opens a case; what never leaves is accepted with it. The part is held, so packs are claimed, sent and cancelled one by one. */
export async function openCase(tx: Tx, claiming: Claiming): Promise<string> {
  const { orderId, caseId, claim, words, photoIds, by } = claiming;
  const [part] = await tx.sql(lockPart, [claim.supplierOrderId]);
  if (!part || part.order_id !== orderId) throw fail('NOT_FOUND');
  const rows = await tx.sql(claimLines, [orderId, claim.supplierOrderId]);
  const whole = priceClaim(claim, rows, tx.now);
  const isCancelled = neverLeaves(claim.kind);
  if (isCancelled || wantsOthers(claim.kind)) mustBeWhole(whole, claiming.amountFen);
  const priced = wished(whole, claiming.amountFen);
  const [made] = await tx.sql(insertCase, [
    ...[caseId, orderId, part.id, part.supplier_id, claim.kind, claim.reason, words, priced.totalFen.toString()],
    ...[tx.now, isCancelled ? null : await dueAtOf(tx, 'requested', claim.kind)],
    priced.lines.map((line) => line.lineId),
    priced.lines.map((line) => line.packs),
    priced.lines.map((line) => line.fen.toString()),
    priced.lines.map(({ fen, price }) => freightOfRefund(fen, price).toString()),
    priced.lines.map(({ price }) => price.goodsFen.toString()),
    priced.lines.map(({ price }) => price.freightFen.toString()),
    by,
  ]);
  must(made !== undefined, 'the case was written');
  const claimed = photoIds.length === 0 ? [] : await tx.sql(claimPhotos, [caseId, orderId, photoIds]);
  if (claimed.length !== new Set(photoIds).size)
    throw fail('AFTER_SALE_PHOTOS', { detail: 'a photo that was not handed in for this order, or for another claim' });
  const [opened] = await tx.sql(lockCase, [caseId]);
  tellStep(tx, opened!, 'request');
  if (isCancelled) await cancelPacks(tx, await moveCase(tx, opened!, { event: 'acceptRefund', by: 'platform' }));
  return caseId;
}
