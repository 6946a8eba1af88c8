import { fail, machines, type InputOf } from '@xihuo/contract';
import { tellPeople } from '@xihuo/identity';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { MESSAGES } from '../rules/messages';
import { watchedCounties } from '../rules/readers';
import { peopleOfSupplier, peopleOverSupplier } from '../store/people.sql';
import {
  blockLots,
  endRecall,
  insertRecall,
  insertRecallLots,
  linesOfRecall,
  lockRecall,
  lotReadable,
  lotsReached,
  recallOf,
  releaseLots,
  suppliersOfLots,
  type RecallRow,
} from '../store/recall.sql';
import type { Deciding } from './open-delivery';
import { doer, ownSuppliers, type TraceKit } from './trace-kit';

type Wanted = InputOf<'POST /trace/recalls'>['body'];

/** Own suppliers, and the counties over whose suppliers an operator acts. */
function reachOfHand(tx: Tx): [string[], string[]] {
  must(tx.actor.kind === 'person', 'people recall');
  return [ownSuppliers(tx.actor), watchedCounties(tx.actor.grants, ['operator'])];
}

/**
 * Recalls lots: they and all that was made of them stop at once, and whoever bought of them is told by ordering.
 *
 * @throws ProblemError NOT_FOUND, ID_USED, LOT_RECALLED where a named lot is recalled already
 */
export async function recallLots(tx: Tx, kit: TraceKit, wanted: Wanted): Promise<{ id: string }> {
  const { id, lotIds, class: recallClass, reason, notice } = wanted;
  tx.attempt({ action: 'recall.open', subjectKind: 'recall', subjectId: id });
  const may = reachOfHand(tx);
  const [known] = await tx.sql(recallOf, [...may, id]);
  if (known) return sameAgain(known, wanted);
  for (const lotId of lotIds) {
    const [readable] = await tx.sql(lotReadable, [...may, lotId]);
    if (!readable) throw fail('NOT_FOUND');
  }
  const { reached, lots } = await holdReached(tx, lotIds);
  const suppliers = new Set(lots.map((lot) => lot.supplier_id));
  const [supplierId] = suppliers;
  if (suppliers.size !== 1) throw fail.inField('INVALID_INPUT', 'lotIds', 'the lots of one supplier');
  const named = lots.filter((lot) => lotIds.includes(lot.id));
  if (named.some((lot) => lot.state === 'recalled')) throw fail('LOT_RECALLED');
  const side = may[0].includes(supplierId!) ? 'supplier' : 'platform';
  const [made] = await tx.sql(insertRecall, [...[id, supplierId, recallClass, reason, notice, side, doer(tx), tx.now]]);
  if (!made) throw fail('ID_USED');
  await tx.sql(insertRecallLots, [id, reached, lotIds]);
  await tx.sql(blockLots, [reached]);
  tx.emit('lotRecalled', { recallId: id, supplierId: supplierId! });
  tx.audit({
    ...{ action: 'recall.open', subjectKind: 'recall', subjectId: id },
    after: { supplierId, class: recallClass, side, lotIds: reached },
  });
  await tellAround(tx, kit, supplierId!, {
    key: `recall.open:${id}`,
    messageOf: (supplier) => MESSAGES.recalled({ supplier, lots: named.map(({ code }) => code).join('、'), reason }),
    id,
  });
  return { id };
}

/** Holds all lots that are reached. Processing may have gone on until they were held: then there are more. */
async function holdReached(tx: Tx, lotIds: readonly string[]) {
  for (let before = -1; ;) {
    const reached = (await tx.sql(lotsReached, [lotIds])).map((row) => row.lot_id);
    const lots = await tx.sql(suppliersOfLots, [reached]);
    if (reached.length === before) return { reached, lots };
    before = reached.length;
  }
}

function sameAgain(known: RecallRow, wanted: Wanted): { id: string } {
  const same = known.reason === wanted.reason && wanted.lotIds.every((lotId) => known.lot_ids.includes(lotId));
  if (!same) throw fail('ID_USED');
  return { id: known.id };
}

/** Ends a recall: completed with what came back, or withdrawn by the platform because the suspicion was wrong. */
export async function endLotRecall(
  tx: Tx,
  kit: TraceKit,
  wanted: Deciding & { event: 'complete' | 'withdraw'; result: string; packsRecovered: number | null },
): Promise<void> {
  const { id, version, event, result, packsRecovered } = wanted;
  tx.attempt({ action: `recall.${event}`, subjectKind: 'recall', subjectId: id });
  const [own, counties] = reachOfHand(tx);
  const [row] = await tx.sql(lockRecall, [event === 'complete' ? own : [], counties, id]);
  // What the platform recalled, the supplier does not declare done.
  if (!row) throw fail('NOT_FOUND');
  if (row.opened_side === 'platform' && counties.length === 0) throw fail('FORBIDDEN');
  mustBeVersion(row.row_version, version);
  const next = states.transition(machines.recallStates, row.state, event);
  if (next === null) throw fail.atStep(row.state);
  await tx.sql(endRecall, [id, next, doer(tx), tx.now, result, packsRecovered]);
  if (next === 'withdrawn') await tx.sql(releaseLots, [id]);
  tx.emit('recallEnded', { recallId: id, supplierId: row.supplier_id, withdrawn: next === 'withdrawn' });
  const [before, after] = [{ state: row.state }, { state: next, packsRecovered }];
  tx.audit({ action: `recall.${event}`, subjectKind: 'recall', subjectId: id, before, after });
  await tellAround(tx, kit, row.supplier_id, {
    key: `recall.${next}:${id}`,
    messageOf: (supplier, lots) => MESSAGES.recallEnded({ supplier, lots, result, withdrawn: next === 'withdrawn' }),
    id,
  });
}

async function tellAround(
  tx: Tx,
  kit: TraceKit,
  supplierId: string,
  said: {
    key: string;
    id: string;
    messageOf: (supplier: string, lots: string) => ReturnType<typeof MESSAGES.recalled>;
  },
): Promise<void> {
  const [recall] = await tx.sql(recallOf, [[supplierId], [], said.id]);
  const [own, over] = [await tx.sql(peopleOfSupplier, [supplierId]), await tx.sql(peopleOverSupplier, [supplierId])];
  const lots = await tx.sql(suppliersOfLots, [recall!.lot_ids]);
  const message = said.messageOf(recall!.supplier_name, lots.map(({ code }) => code).join('、'));
  const about = `recall:${said.id}` as const;
  await tellPeople(tx, kit, { personIds: own.map((row) => row.person_id), key: said.key, message, about, sms: true });
  await tellPeople(tx, kit, { personIds: over.map((row) => row.person_id), key: said.key, message, about });
}

/** The order lines that hold goods of a recall, by pages; for ordering, which knows who bought them. */
export async function recalledLines(tx: Tx, recallId: string, after: string, limit: number): Promise<string[]> {
  return (await tx.sql(linesOfRecall, [recallId, after, limit])).map((row) => row.order_line_id);
}
