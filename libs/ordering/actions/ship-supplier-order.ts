import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { ProblemError } from '@xihuo/kernel';
import { command, type CommandOptions, type Database, type Tx } from '@xihuo/platform';
import { lots, type LotPick } from '@xihuo/trace';
import { lockPart } from '../store/line-hold.sql';
import { isOwed, linesToShip, type LineToShip } from '../store/shipping.sql';
import { gramsOf, packsByLine, sendParcels } from './send-parcels';

type ShipmentInput = InputOf<'POST /supplier/orders/{id}/shipment'>['body'];
export type ShippingTaskView = ResponseOf<'POST /supplier/orders/{id}/shipment'>;

/**
 * Sends a parcel of a supplier order from named lots: all that is still to be sent, or, where the input says `partial`, some of
 * it. Every gram is taken from its lot in the same transaction; a lot that would ship more than it received stops the shipment
 * (design part 5). Once nothing is left to send the part is shipped.
 *
 * @param supplierIds the suppliers the caller acts for: another supplier's order is not found
 */
export async function shipSupplierOrder(
  tx: Tx,
  supplierOrderId: string,
  supplierIds: readonly string[],
  input: ShipmentInput,
  shippedBy: string,
): Promise<void> {
  tx.attempt({ action: 'supplierOrder.ship', subjectKind: 'supplierOrder', subjectId: supplierOrderId });
  // Held until the end: of two parcels of one part, or a parcel and a cancellation, one comes after the other.
  const [part] = await tx.sql(lockPart, [supplierOrderId]);
  if (!part || !supplierIds.includes(part.supplier_id)) throw fail('NOT_FOUND');
  if (part.state !== 'toShip') throw fail('ORDER_STATE', { detail: 'only a paid and unshipped order can be shipped' });
  const [{ owed } = { owed: true }] = await tx.sql(isOwed, [supplierOrderId]);
  if (owed) throw fail('ORDER_STATE', { detail: 'the transfer that paid it first was reversed' });
  const lines = await tx.sql(linesToShip, [supplierOrderId]);
  const picks = picksOf(lines, input.picks, input.partial === true);
  const { carrier, trackingNumber } = input;
  await sendParcels(tx, { supplierId: part.supplier_id, shippedBy }, [{ part, carrier, trackingNumber, picks }]);
}

/**
 * Ships as `shipSupplierOrder`; a shipment that breaks a lot's mass balance is refused and, in a transaction of its own,
 * reported to admission: relabelled goods look like this (design part 5).
 */
export async function shipOrReport(
  database: Database,
  ask: CommandOptions,
  order: { id: string; supplierIds: readonly string[]; shippedBy: string },
  input: ShipmentInput,
): Promise<void> {
  const { id, supplierIds, shippedBy } = order;
  await reportingBreach(
    { database, ask },
    (tx) => shipSupplierOrder(tx, id, supplierIds, input, shippedBy),
    async (tx) => {
      const lines = await tx.sql(linesToShip, [id]);
      const picks = picksOf(lines, input.picks, input.partial === true);
      return { supplierId: lines[0]!.supplier_id, source: `shipment:${id}`, picks };
    },
  );
}

/** Does what sends goods; where lots refuse it because more would leave them than came, that is reported in a transaction of its own. */
export async function reportingBreach(
  { database, ask }: { database: Database; ask: CommandOptions },
  send: (tx: Tx) => Promise<void>,
  breachOf: (tx: Tx) => Promise<Parameters<typeof lots.reportBreach>[1]>,
): Promise<void> {
  try {
    await command(database, ask, send);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'LOT_MASS_BALANCE') {
      const { actor, requestId } = ask;
      await command(database, { name: `${ask.name}:breach`, actor, requestId }, async (tx) =>
        lots.reportBreach(tx, await breachOf(tx)),
      );
    }
    throw error;
  }
}

/**
 * The packs that go into a parcel, with their grams.
 *
 * @throws ProblemError INVALID_INPUT: LINE_UNKNOWN, PACKS_DO_NOT_MATCH where it is not all that is to be sent, or more than that
 */
export function picksOf(lines: readonly LineToShip[], wanted: ShipmentInput['picks'], isPartial: boolean): LotPick[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const picks = wanted.map((pick, index) => {
    const line = byId.get(pick.lineId);
    if (!line) {
      throw fail('INVALID_INPUT', {
        errors: [{ pointer: `/picks/${index}/lineId`, code: 'LINE_UNKNOWN', message: 'not a line of this order' }],
      });
    }
    return {
      lineId: line.id,
      lotId: pick.lotId,
      productId: line.product_id,
      packs: pick.packs,
      grams: gramsOf(line.net_grams, pick.packs),
    };
  });
  const packs = packsByLine(picks);
  // A parcel of a part may leave packs for the next one, if it says so; none holds more than is still to be sent.
  const short = lines.filter((line) => {
    const named = packs.get(line.id) ?? 0;
    return isPartial ? named > line.open_packs : named !== line.open_packs;
  });
  if (short.length > 0) {
    throw fail('INVALID_INPUT', {
      errors: short.map((line) => ({
        pointer: '/picks',
        code: 'PACKS_DO_NOT_MATCH',
        message: `line ${line.id}: ${packs.get(line.id) ?? 0} of ${line.open_packs} packs named`,
      })),
    });
  }
  return picks;
}
