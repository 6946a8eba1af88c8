import type { machines } from '@xihuo/contract';
import { money, time } from '@xihuo/kernel';

type Fen = money.Fen;
type Kind = machines.AfterSaleKind;
type Reason = machines.AfterSaleReason;

/** What a claim asks of a line. */
export interface ClaimedLine {
  quantity: number;
  /** What the buyer pays for the line: goods less discounts plus its share of the freight. */
  amountFen: Fen;
  freightFen: Fen;
  perishable: boolean;
  shippedPacks: number;
  cancelledPacks: number;
  /** Of the shipped packs, those claimed by cases that stand. */
  claimedPacks: number;
  /** What the claimed and cancelled packs cost, whatever of it was asked for: goods, and their share of the freight. */
  takenGoodsFen: Fen;
  takenFreightFen: Fen;
  /** Decided to go back, or held for a dispute, so far. */
  goneFen: Fen;
}

/** Where the supplier's part stands. */
export interface ClaimedPart {
  state: machines.SupplierOrderState;
  receivedAt: Date | null;
  /** When we heard from the carrier that all parcels of the part were there; null as long as one is not. */
  deliveredAt: Date | null;
  releaseDue: Date | null;
}

/** Packs that are still with the supplier, and stay there. */
export const neverLeaves = (kind: Kind): boolean => kind === 'cancel' || kind === 'short';

/** Packs that the buyer wants other ones for, and money only where those do not come. */
export const wantsOthers = (kind: Kind): boolean => kind === 'exchange' || kind === 'resend';

/** Damage is looked at: fresh goods are gone in a day, and what is not shown now cannot be shown later. */
export const needsPhotos = (kind: Kind, reason: string): boolean => kind === 'damage' || reason === 'damaged';

/** Whose fault it is by the reason: the supplier's, and then the buyer gets the freight of these packs back as well. */
const SUPPLIERS_FAULT: ReadonlySet<string> = new Set<Reason>([
  'quality',
  'wrongGoods',
  'shortPacks',
  'damaged',
  'late',
  // A parcel travels at the risk of who sends it.
  'lost',
  'soldOut',
  'spoiled',
]);

export const isSuppliersFault = (kind: Kind, reason: string): boolean =>
  neverLeaves(kind) || SUPPLIERS_FAULT.has(reason);

/** Until when a claim of this kind may be made for the line; null where none is open. `open-ended` before receipt. */
export function claimUntil(
  kind: Kind,
  reason: string,
  line: Pick<ClaimedLine, 'perishable'>,
  part: ClaimedPart,
  /** Of the line's kind of goods, as the setting stood when they were received. */
  windowDays: number,
): Date | 'openEnded' | null {
  if (neverLeaves(kind)) return part.state === 'toShip' ? 'openEnded' : null;
  if (!['toShip', 'shipped', 'received'].includes(part.state)) return null;
  if (kind === 'damage' && !line.perishable) return null;
  // Fresh goods do not travel back to be exchanged: they are sent once more.
  if (kind === 'exchange' && line.perishable) return null;
  // Fresh and perishable goods have no no-reason return (消费者权益保护法 art. 25); the others have seven days from receipt.
  if (reason === 'noReason' && (line.perishable || !part.receivedAt)) return null;
  // Damage shows when the parcel is there: whoever lets fresh goods lie and confirms later has no longer for it.
  const from = kind === 'damage' ? earlier(part.receivedAt, part.deliveredAt) : part.receivedAt;
  if (!from) return 'openEnded';
  const until = time.addHours(from, windowDays * 24);
  // Of a part with goods of both kinds the longest window holds for faults that show later.
  return kind === 'damage' || reason === 'noReason' || !part.releaseDue || part.releaseDue < until
    ? until
    : part.releaseDue;
}

const earlier = (one: Date | null, other: Date | null): Date | null =>
  one && other && other < one ? other : (one ?? other);

/** Packs of a line that may be claimed: what has not left is cancelled, what has left is claimed once. */
export function claimablePacks(kind: Kind, line: ClaimedLine): number {
  return neverLeaves(kind)
    ? line.quantity - line.shippedPacks - line.cancelledPacks
    : line.shippedPacks - line.claimedPacks;
}

/** What packs cost, and what of it their claim brings back at most. */
export interface PacksPrice {
  goodsFen: Fen;
  freightFen: Fen;
  refundFen: Fen;
}

/**
 * What so many packs of a line cost: their share, by allocation, of what the packs that nobody has claimed yet cost. So the shares
 * of all packs are the whole: whoever cancels three and returns two of five has all of it back, to the fen, in whichever order,
 * and what a claim took back had asked for is there for the next.
 */
export function priceOfPacks(kind: Kind, reason: string, line: ClaimedLine, packs: number): PacksPrice {
  const left = line.quantity - line.cancelledPacks - line.claimedPacks;
  const shareOf = (leftFen: bigint): Fen => {
    const each = money.allocate(
      money.fen(leftFen),
      Array.from({ length: left }, (_, index) => ({ id: String(index).padStart(5, '0'), weight: 1n })),
    );
    return money.sum([...each.values()].slice(0, packs));
  };
  const goodsFen = shareOf(line.amountFen - line.freightFen - line.takenGoodsFen);
  const freightFen = shareOf(line.freightFen - line.takenFreightFen);
  return {
    ...{ goodsFen, freightFen },
    refundFen: isSuppliersFault(kind, reason) ? money.fen(goodsFen + freightFen) : goodsFen,
  };
}

/** Of a refund of packs, what is of their freight: in proportion, rounded down, where the freight goes back at all. */
export function freightOfRefund(fen: Fen, { goodsFen, refundFen }: PacksPrice): Fen {
  return refundFen > goodsFen ? money.fen((fen * (refundFen - goodsFen)) / refundFen) : money.ZERO;
}

/** What happens where nobody acts before the deadline. */
export function effectOfSilence(state: machines.AfterSaleState, kind: Kind): machines.AfterSaleEvent | null {
  if (state === 'requested' && kind === 'resend') return 'acceptReplace';
  if (state === 'requested') return kind === 'return' || kind === 'exchange' ? 'acceptReturn' : 'acceptRefund';
  if (state === 'returning') return kind === 'exchange' ? 'acceptReplace' : 'acceptRefund';
  if (state === 'replacing') return 'acceptRefund';
  if (state === 'replacementSent') return 'receive';
  return state === 'awaitingReturn' || state === 'refused' ? 'lapse' : null;
}

/** What the supplier's consent does: what was asked for, which is what its silence would do; or money instead, where it has no other packs. */
export function effectOfConsent(
  state: machines.AfterSaleState,
  kind: Kind,
  instead: boolean,
): machines.AfterSaleEvent | null {
  if (instead) return 'acceptRefund';
  return state === 'requested' || state === 'returning' ? effectOfSilence(state, kind) : null;
}

export type Deadline =
  | 'afterSale.answerHours'
  | 'afterSale.freshAnswerHours'
  | 'afterSale.returnDays'
  | 'afterSale.inspectDays'
  | 'afterSale.replaceDays'
  | 'fulfilment.autoReceiptDays'
  | 'afterSale.escalateDays';

/** Which dated setting says how long a state may last. */
export function deadlineOf(state: machines.AfterSaleState, kind: Kind): Deadline | null {
  const deadlines: Partial<Record<machines.AfterSaleState, Deadline>> = {
    requested: kind === 'damage' ? 'afterSale.freshAnswerHours' : 'afterSale.answerHours',
    awaitingReturn: 'afterSale.returnDays',
    returning: 'afterSale.inspectDays',
    replacing: 'afterSale.replaceDays',
    replacementSent: 'fulfilment.autoReceiptDays',
    refused: 'afterSale.escalateDays',
  };
  return deadlines[state] ?? null;
}
