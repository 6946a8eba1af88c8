import { fail, type InputOf } from '@xihuo/contract';
import { tellPeople } from '@xihuo/identity';
import { money, must, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { isDeliveryDay, ofCategory, yieldGrams } from '../rules/delivery';
import { MESSAGES } from '../rules/messages';
import {
  deliveryById,
  insertDelivery,
  linkedHousehold,
  lotToFill,
  setCorrected,
  type DeliveryRow,
} from '../store/delivery.sql';
import { leastFloor } from '../store/floor.sql';
import { peopleOfHousehold } from '../store/people.sql';
import { mustBeLotPapers } from './lot-papers';
import { factsOf, noteDelivery, openDelivery, type Deciding } from './open-delivery';
import { doer, ownSuppliers, type TraceKit } from './trace-kit';

type Weighed = InputOf<'POST /supplier/deliveries'>['body'];
type Correction = InputOf<'POST /supplier/deliveries/{id}/correction'>['body'];

/** What the new row stands for. */
interface Replacing {
  readonly rootId: string;
  readonly replacesId: string;
  readonly reason: string;
  /** The day and the lot of the old row: a correction may keep them, however long the settling took. */
  readonly deliveredOn: string;
  readonly lotId: string;
}

/**
 * Writes down what came off the scale. It counts in the lot once the household confirmed it or somebody witnessed it. The same
 * id with the same content again is the same delivery: a queue kept offline may send twice.
 *
 * @throws ProblemError NOT_FOUND, ID_USED, DELIVERY_HOUSEHOLD, DELIVERY_DAY, DELIVERY_GRADE, DELIVERY_BELOW_FLOOR, LOT_CLOSED, LOT_RECALLED, PAPER_UNKNOWN
 */
export async function recordDelivery(tx: Tx, kit: TraceKit, weighed: Weighed): Promise<{ id: string }> {
  tx.attempt({ action: 'delivery.record', subjectKind: 'delivery', subjectId: weighed.id });
  const [known] = await tx.sql(deliveryById, [weighed.id]);
  if (known) return sameAgain(tx, known, weighed, null);
  const row = await write(tx, weighed, null);
  if (row === null) return sameAgain(tx, (await tx.sql(deliveryById, [weighed.id]))[0]!, weighed, null);
  noteDelivery(tx, row, 'record', contentOf(weighed));
  await tellHousehold(tx, kit, row, 'recorded');
  return { id: row.id };
}

/**
 * Writes a new row in the place of a wrong one. What nobody relied on yet is replaced at once; what counts in a lot stays there
 * until the household confirmed the new row or somebody witnessed it.
 */
export async function correctDelivery(
  tx: Tx,
  kit: TraceKit,
  { deciding, correction: { reason, ...weighed } }: { deciding: Deciding; correction: Correction },
): Promise<{ id: string }> {
  const [known] = await tx.sql(deliveryById, [weighed.id]);
  if (known) return sameAgain(tx, known, weighed, deciding.id);
  const old = await openDelivery(tx, deciding, 'correct', 'supplier');
  // What one household brought does not become another's by a correction.
  if (weighed.householdId !== old.household_id) {
    throw fail.inField('DELIVERY_HOUSEHOLD', 'householdId', 'a correction stays with the household');
  }
  const { root_id: root, delivered_on: deliveredOn, lot_id: lotId } = old;
  const row = await write(tx, weighed, { rootId: root ?? old.id, replacesId: old.id, reason, deliveredOn, lotId });
  if (row === null) throw fail('ID_USED');
  if (!old.counts) await tx.sql(setCorrected, [[old.id]]);
  // What counts goes on counting until the new row is confirmed.
  const stands = old.counts ? { state: old.state } : {};
  noteDelivery(tx, old, 'correct', { by: row.id, reason, ...stands, ...contentOf(weighed) }, weightOf(old));
  await tellHousehold(tx, kit, row, 'corrected', reason);
  return { id: row.id };
}

/** @returns null where another request with this id was faster */
async function write(tx: Tx, weighed: Weighed, replacing: Replacing | null): Promise<DeliveryRow | null> {
  const { supplierId, category } = await mustFit(tx, weighed, replacing);
  const today = time.businessDate(tx.now);
  const yields = await policyOn(tx, 'trace.deliveryYieldBp', today);
  const grams = BigInt(weighed.grams);
  const [written] = await tx.sql(insertDelivery, [
    ...[weighed.id, weighed.lotId, supplierId, weighed.householdId],
    ...[grams, yieldGrams(grams, ofCategory(yields, category) ?? 10_000), weighed.grade, fenOf(weighed)],
    ...[weighed.deliveredOn, weighed.ticketFileId, weighed.note === '' ? null : weighed.note, tx.now, doer(tx)],
    ...[replacing?.rootId ?? null, replacing?.replacesId ?? null, replacing?.reason ?? null],
  ]);
  if (!written) return null;
  const [row] = await tx.sql(deliveryById, [weighed.id]);
  must(row, 'a delivery was written');
  return row;
}

/** What must be so of a delivery, each with the rule it would break. */
async function mustFit(
  tx: Tx,
  weighed: Weighed,
  replacing: Replacing | null,
): Promise<{ supplierId: string; category: string }> {
  const [lot] = await tx.sql(lotToFill, [weighed.lotId, ownSuppliers(tx.actor)]);
  if (!lot) throw fail('NOT_FOUND');
  // Goods that lie in a recalled lot stay there; what the household is owed for them is put right all the same.
  if (lot.state === 'recalled' && replacing?.lotId !== lot.id) {
    throw fail.inField('LOT_RECALLED', 'lotId', 'the lot is recalled');
  }
  if (lot.state === 'closed') throw fail.inField('LOT_CLOSED', 'lotId', 'the lot is closed');
  // Whoever left the supplier meanwhile still has a right to be put right.
  const [linked] = replacing ? [true] : await tx.sql(linkedHousehold, [weighed.householdId, lot.supplier_id]);
  if (!linked) throw fail.inField('DELIVERY_HOUSEHOLD', 'householdId', 'not linked to this supplier');
  const today = time.businessDate(tx.now);
  const backDays = await policyOn(tx, 'trace.deliveryBackDays', today);
  const isKept = weighed.deliveredOn === replacing?.deliveredOn;
  if (!isKept && !isDeliveryDay(weighed.deliveredOn, { today, backDays })) {
    throw fail.inField('DELIVERY_DAY', 'deliveredOn', `from ${time.addDays(today, -backDays)} to ${today}`);
  }
  const grades = ofCategory(await policyOn(tx, 'trace.grades', today), lot.category) ?? [];
  if (!grades.includes(weighed.grade)) throw fail.inField('DELIVERY_GRADE', 'grade', `one of ${grades.join(', ')}`);
  await mustReachFloor(tx, weighed);
  await mustBeLotPapers(tx, lot.supplier_id, { ticketFileId: weighed.ticketFileId });
  return { supplierId: lot.supplier_id, category: lot.category };
}

/**
 * A price that is written down is what will be owed, so none may lie below what the agreements of its day guarantee; where there are
 * several floors, below the least of them.
 */
async function mustReachFloor(tx: Tx, weighed: Weighed): Promise<void> {
  const fen = fenOf(weighed);
  if (fen === null) return;
  const [floor] = await tx.sql(leastFloor, [weighed.lotId, weighed.householdId, weighed.deliveredOn]);
  if (!floor?.fen || fen >= floor.fen) return;
  throw fail('DELIVERY_BELOW_FLOOR', {
    errors: [
      { pointer: '/body/pricePerKg', code: 'DELIVERY_BELOW_FLOOR', message: `at least ${floor.fen} fen a kilogram` },
    ],
    extra: { floorPricePerKg: money.toWire(money.fen(floor.fen)) },
  });
}

/** The same id: the same delivery, or an error. Another supplier's is not even there. */
function sameAgain(tx: Tx, known: DeliveryRow, weighed: Weighed, replacesId: string | null): { id: string } {
  const same =
    ownSuppliers(tx.actor).includes(known.supplier_id) &&
    known.lot_id === weighed.lotId &&
    known.household_id === weighed.householdId &&
    known.grams === BigInt(weighed.grams) &&
    known.grade === weighed.grade &&
    (known.price_fen_per_kg ?? null) === fenOf(weighed) &&
    known.delivered_on === weighed.deliveredOn &&
    known.replaces_id === replacesId;
  if (!same) throw fail('ID_USED');
  return { id: known.id };
}

function fenOf({ pricePerKg }: Weighed): bigint | null {
  return pricePerKg === null ? null : money.fromWire(pricePerKg);
}

/** What of a delivery a correction may change, as it stood. */
function weightOf({ grams, grade, delivered_on: deliveredOn }: DeliveryRow): object {
  return { grams: Number(grams), grade, deliveredOn };
}

function contentOf({ lotId, householdId, grams, grade, deliveredOn }: Weighed): object {
  return { lotId, householdId, grams, grade, deliveredOn };
}

async function tellHousehold(
  tx: Tx,
  kit: TraceKit,
  row: DeliveryRow,
  what: 'recorded' | 'corrected',
  reason = '',
): Promise<void> {
  const people = await tx.sql(peopleOfHousehold, [row.household_id]);
  await tellPeople(tx, kit, {
    personIds: people.map(({ person_id: id }) => id),
    key: `delivery.${what}:${row.id}`,
    about: `delivery:${row.id}`,
    message: what === 'recorded' ? MESSAGES.recorded(factsOf(row)) : MESSAGES.corrected({ ...factsOf(row), reason }),
    ...(what === 'corrected' ? { sms: true as const } : {}),
  });
}
