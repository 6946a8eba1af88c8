import { watch } from '@xihuo/admission';
import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { gramsBeyond, insertMovements, takeFromLots } from '../store/lot.sql';
import { balanced } from './balanced';

export interface LotPick {
  lineId: string;
  lotId: string;
  productId: string;
  packs: number;
  grams: bigint;
}

/** A parcel of one supplier, and what of which lots lies in it. */
export interface PackedParcel {
  readonly shipmentId: string;
  readonly picks: readonly LotPick[];
}

/**
 * Takes the goods of a supplier's parcels out of their lots, in the shipments' own transaction, all of them or none. Shipped quantity
 * of a lot never exceeds what came into it: the mass balance that catches relabelled goods (design part 5).
 *
 * @param taking `inPlace`: these packs go in place of others of their lines, and are no sale
 * @throws ProblemError LOT_NOT_FOR_PRODUCT for a lot that is not the supplier's or holds another product; LOT_MASS_BALANCE;
 * LOT_RECALLED; CERTIFICATE_MISSING where the category wants one that covers what is in the lot; LOT_AFTER_RIGHT where the supplier's
 * certification is over and the lot was made after its last day
 */
export async function moveFromLots(
  tx: Tx,
  { supplierId, parcels, inPlace = false }: { supplierId: string; parcels: readonly PackedParcel[]; inPlace?: boolean },
): Promise<void> {
  const picks = parcels.flatMap((parcel) => parcel.picks);
  // A lot holds one product: named under a second one, its row is found for the first and would let the other's grams by.
  const named = new Set(picks.map((pick) => `${pick.lotId} ${pick.productId}`));
  const taken = await balanced(
    tx.sql(takeFromLots, [
      picks.map((pick) => pick.lotId),
      picks.map((pick) => pick.productId),
      picks.map((pick) => pick.grams.toString()),
      supplierId,
    ]),
  );
  if (taken.length !== named.size) throw fail('LOT_NOT_FOR_PRODUCT');
  if (taken.some((lot) => lot.recalled)) throw fail('LOT_RECALLED');
  if (taken.some((lot) => lot.uncertified)) throw fail('CERTIFICATE_MISSING');
  if (taken.some((lot) => lot.made_without_right)) throw fail('LOT_AFTER_RIGHT');
  await tx.sql(insertMovements, [
    picks.map((pick) => pick.lineId),
    picks.map((pick) => pick.lotId),
    picks.map((pick) => pick.packs),
    picks.map((pick) => pick.grams.toString()),
    parcels.flatMap(({ shipmentId, picks: packed }) => packed.map(() => shipmentId)),
    tx.now,
    inPlace,
  ]);
}

/**
 * Tells admission of a shipment that was refused because more was to leave than stands behind its lots: in a transaction of its
 * own, since the shipment's is gone. Told again, it is the same signal.
 *
 * @param attempt `source` names what was to be shipped, such as `shipment:<supplier order>`
 */
export async function reportBreach(
  tx: Tx,
  { supplierId, source, picks }: { supplierId: string; source: string; picks: readonly LotPick[] },
): Promise<void> {
  const [beyond] = await tx.sql(gramsBeyond, [
    picks.map((pick) => pick.lotId),
    picks.map((pick) => pick.grams.toString()),
    supplierId,
  ]);
  // Somebody may have brought goods in meanwhile: then nothing is beyond.
  if (!beyond || beyond.grams === 0n) return;
  await watch.reportSignal(tx, supplierId, 'massBalance', {
    day: time.businessDate(tx.now),
    amount: beyond.grams,
    source,
  });
}
