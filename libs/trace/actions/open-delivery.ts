import { fail, machines } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import type { DeliveryFacts } from '../rules/messages';
import { lockDelivery, type DeliveryRow } from '../store/delivery.sql';
import { sideOf, type Side } from './trace-kit';

export interface Deciding {
  readonly id: string;
  readonly version: number;
}

/**
 * Holds a delivery for a step: whose it is comes first, then whether what was read still stands, then whether it is the time.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openDelivery(
  tx: Tx,
  { id, version }: Deciding,
  event: machines.DeliveryEvent,
  side: Side,
): Promise<DeliveryRow> {
  tx.attempt({ action: `delivery.${event}`, subjectKind: 'delivery', subjectId: id });
  const row = await heldDelivery(tx, id, side);
  mustBeVersion(row.row_version, version);
  mustBeFree(row, event);
  return row;
}

export async function heldDelivery(tx: Tx, id: string, side: Side): Promise<DeliveryRow> {
  const [row] = await tx.sql(lockDelivery, [...sideOf(tx.actor, side), id]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}

/** One that was replaced leads nowhere, whatever its state says: the row that stands for it goes on. */
export function mustBeFree(row: DeliveryRow, event: machines.DeliveryEvent): void {
  const next = row.replaced_by_id === null ? states.transition(machines.deliveryStates, row.state, event) : null;
  if (next === null) throw fail.atStep(row.state);
  must(next, 'a step that is legal leads somewhere');
}

export function factsOf(row: DeliveryRow): DeliveryFacts {
  return { supplier: row.supplier_name, product: row.product_name, grams: row.grams, day: row.delivered_on };
}

/** Writes down what was done. @param was what of it became otherwise */
export function noteDelivery(
  tx: Tx,
  row: Pick<DeliveryRow, 'id' | 'state'>,
  event: string,
  after: object,
  was: object = {},
): void {
  tx.audit({
    ...{ action: `delivery.${event}`, subjectKind: 'delivery', subjectId: row.id },
    before: { state: row.state, ...was },
    after: { ...states.ledTo(machines.deliveryStates, row.state, event), ...after },
  });
}
