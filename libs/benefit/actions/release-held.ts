import type { Tx } from '@xihuo/platform';
import { problems } from '@xihuo/contract';
import { heldMessage } from '../rules/messages';
import { coveringHeld, dropCoverage, heldFacts, heldOf, holdCoversOf, releaseHeld } from '../store/cover.sql';
import { holdReplaced, noteReplaced } from '../store/obligation.sql';
import { lockSalesBehind } from '../store/rebate.sql';
import { accrueOrHold } from './accrue-obligations';
import { tell, type BenefitKit } from './benefit-kit';
import { peopleBy } from './people-by';
import { overtake } from './contest/open-contest';
import { putRebatesRight } from './take-back-rebates';

/** Agreements of one transaction; the rest in the next. */
const BATCH = 200;

/** What was confirmed and found no agreement is owed from the moment one covers it, or has room for it again. @returns how many */
export async function releaseHeldDeliveries(tx: Tx, agreementIds: readonly string[]): Promise<number> {
  const waiting = await tx.sql(heldOf, [agreementIds]);
  if (waiting.length === 0) return 0;
  const ids = waiting.map((row) => row.delivery_id);
  const held = await accrueOrHold(tx, ids);
  const still = new Set(held.map(({ delivery }) => delivery.delivery_id));
  const freed = ids.filter((id) => !still.has(id));
  if (freed.length > 0) await tx.sql(releaseHeld, [freed, tx.now]);
  return freed.length;
}

/** The same for what was held while its agreement was being signed: neither side saw the other. @returns how many */
export async function releaseOvertakenHolds(tx: Tx): Promise<number> {
  const covering = await tx.sql(coveringHeld, [BATCH]);
  return releaseHeldDeliveries(
    tx,
    covering.map(({ id }) => id),
  );
}

/**
 * Deliveries that stand are owed by the agreements of their day; of what none covers whole both sides are told why. What one stands for
 * is asked of the deliveries themselves: corrections come in any order.
 */
export async function oweConfirmedDeliveries(
  tx: Tx,
  kit: BenefitKit,
  confirmed: readonly { deliveryId: string }[],
): Promise<void> {
  const ids = confirmed.map(({ deliveryId }) => deliveryId);
  await tx.sql(holdCoversOf, [ids]);
  // Before any debt: whoever settles a payment or a refund holds them in this order.
  await tx.sql(lockSalesBehind, [ids]);
  await tx.sql(noteReplaced, [ids]);
  const lines = await tx.sql(holdReplaced, [ids]);
  // Before anything is taken back: what an answer under way adds is seen then.
  await overtake(
    tx,
    kit,
    lines.map(({ id }) => id),
  );
  const freed = await tx.sql(dropCoverage, [ids]);
  const held = await accrueOrHold(tx, ids);
  await putRebatesRight(tx, kit, ids);
  await releaseHeldDeliveries(
    tx,
    freed.map(({ id }) => id),
  );
  if (held.length === 0) return;
  const rows = await tx.sql(heldFacts, [held.map(({ delivery }) => delivery.delivery_id)]);
  const people = await peopleBy(
    tx,
    rows.flatMap((row) => [row.supplier_id, row.household_id]),
  );
  await tell(
    tx,
    kit,
    rows.map((row) => ({
      ...{ personIds: people(row.supplier_id, row.household_id), key: `delivery.held:${row.delivery_id}` },
      message: heldMessage({
        ...{ supplier: row.supplier_name, household: row.display_name, product: row.product_name },
        ...{ grams: row.grams, day: row.delivered_on, why: { zh: problems[row.why].zh, en: problems[row.why].en } },
      }),
    })),
  );
}
