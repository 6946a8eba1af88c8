import type { Tx } from '@xihuo/platform';
import { problems } from '@xihuo/contract';
import { heldMessage } from '../rules/messages';
import { dropCoverage, heldFacts, heldOf, releaseHeld } from '../store/cover.sql';
import { holdReplaced, noteReplaced } from '../store/obligation.sql';
import { peopleOfHousehold, peopleOfSupplier } from '../store/people.sql';
import { accrueOrHold } from './accrue-obligations';
import { idsOf, tell, type BenefitKit } from './benefit-kit';
import { overtake } from './contest/open-contest';

/** What was confirmed and found no agreement is owed from the moment one covers it, or has room for it again. */
export async function releaseHeldDeliveries(tx: Tx, agreementIds: readonly string[]): Promise<void> {
  const held = await tx.sql(heldOf, [agreementIds]);
  if (held.length === 0) return;
  const { owed } = await accrueOrHold(
    tx,
    held.map((row) => row.delivery_id),
  );
  if (owed.length > 0) await tx.sql(releaseHeld, [owed.map((row) => row.delivery_id), tx.now]);
}

/** Deliveries that stand are owed by the agreements of their day; of what none covers whole both sides are told why. */
export async function oweConfirmedDeliveries(
  tx: Tx,
  kit: BenefitKit,
  confirmed: readonly { deliveryId: string; replaces: string | null }[],
): Promise<void> {
  const replaced = confirmed.filter(({ replaces }) => replaces !== null);
  const old = replaced.map(({ replaces }) => replaces);
  await tx.sql(noteReplaced, [old, replaced.map(({ deliveryId }) => deliveryId)]);
  const lines = await tx.sql(holdReplaced, [replaced.map(({ deliveryId }) => deliveryId)]);
  // Before anything is taken back: what an answer under way adds is seen then.
  await overtake(
    tx,
    kit,
    lines.map(({ id }) => id),
  );
  const freed = await tx.sql(dropCoverage, [old]);
  const { held } = await accrueOrHold(
    tx,
    confirmed.map(({ deliveryId }) => deliveryId),
  );
  await releaseHeldDeliveries(
    tx,
    freed.map(({ id }) => id),
  );
  if (held.length === 0) return;
  for (const row of await tx.sql(heldFacts, [held.map(({ delivery }) => delivery.delivery_id)])) {
    const { zh, en } = problems[row.why];
    const message = heldMessage({
      ...{ supplier: row.supplier_name, household: row.display_name, product: row.product_name },
      ...{ grams: row.grams, day: row.delivered_on, why: { zh, en } },
    });
    const people = [
      ...(await tx.sql(peopleOfSupplier, [row.supplier_id])),
      ...(await tx.sql(peopleOfHousehold, [row.household_id])),
    ];
    await tell(tx, kit, { personIds: idsOf(people), key: `delivery.held:${row.delivery_id}`, message });
  }
}
