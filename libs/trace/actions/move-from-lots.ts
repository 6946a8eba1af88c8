import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { insertMovements, takeFromLots } from '../store/lot.sql';
import { balanced } from './balanced';

export interface LotPick {
  lineId: string;
  lotId: string;
  productId: string;
  packs: number;
  grams: bigint;
}

/**
 * Takes the goods of a shipment out of their lots, in the shipment's own transaction. Shipped quantity of a lot never
 * exceeds what came into it: the mass balance that catches relabelled goods (design part 5).
 *
 * @throws ProblemError LOT_NOT_FOR_PRODUCT for a lot that is not the supplier's or holds another product; LOT_MASS_BALANCE;
 * LOT_RECALLED; CERTIFICATE_MISSING where the category wants one that covers what is in the lot
 */
export async function moveFromLots(
  tx: Tx,
  shipment: { shipmentId: string; supplierId: string; picks: readonly LotPick[] },
): Promise<void> {
  const { shipmentId, supplierId, picks } = shipment;
  const lots = new Set(picks.map((pick) => pick.lotId));
  const taken = await balanced(
    tx.sql(takeFromLots, [
      picks.map((pick) => pick.lotId),
      picks.map((pick) => pick.productId),
      picks.map((pick) => pick.grams.toString()),
      supplierId,
    ]),
  );
  if (taken.length !== lots.size) throw fail('LOT_NOT_FOR_PRODUCT');
  if (taken.some((lot) => lot.recalled)) throw fail('LOT_RECALLED');
  if (taken.some((lot) => lot.uncertified)) throw fail('CERTIFICATE_MISSING');
  await tx.sql(insertMovements, [
    picks.map((pick) => pick.lineId),
    picks.map((pick) => pick.lotId),
    picks.map((pick) => pick.packs),
    picks.map((pick) => pick.grams.toString()),
    shipmentId,
    tx.now,
  ]);
}
