import { fail, machines, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { firstDayOf } from '../rules/delivery';
import { lotCodeOf } from '../rules/lot-code';
import { processingFault, totalsOf, yieldBp, type Part, type YieldLimits } from '../rules/processing';
import { insertLot, lockLots, lotById, offersProduct, type HeldLot } from '../store/lot-entry.sql';
import {
  circleAmong,
  holdProcessing,
  insertInputs,
  insertOutputs,
  insertProcessing,
  insertProcessingLosses,
  moveThrough,
  processingOf,
  processingsOf,
  type ProcessingRow,
} from '../store/processing.sql';
import { balanced } from './balanced';
import { gtinFor } from './trade-items';
import { doer, ownSuppliers } from './trace-kit';

type Body = InputOf<'POST /supplier/processings'>['body'];
type View = ResponseOf<'POST /supplier/processings'>;

/** Nothing more than went in may come out where no setting says otherwise. */
const ANY_YIELD: YieldLimits = { leastBp: 0, mostBp: 10_000 };

/**
 * Makes lots of lots: what goes in equals what comes out and what is lost, the yield is one that such work can have, and no lot is
 * made of itself, also not over several steps.
 *
 * @param chance ten random bytes for each output, for the codes of new lots
 * @throws ProblemError NOT_FOUND, ID_USED, LOT_CIRCLE, LOT_CLOSED, LOT_RECALLED, LOT_MASS_BALANCE, LOT_PRODUCT, LOT_DAY,
 * PROCESSING_UNBALANCED, PROCESSING_YIELD
 */
export async function processLots(tx: Tx, body: Body, chance: readonly Uint8Array[]): Promise<{ id: string }> {
  tx.attempt({ action: 'processing.record', subjectKind: 'processing', subjectId: body.id });
  if (!ownSuppliers(tx.actor).includes(body.supplierId)) throw fail('NOT_FOUND');
  await tx.sql(holdProcessing, [body.supplierId]);
  const plan = {
    inputs: body.inputs.map(toPart),
    outputs: body.outputs.map(toPart),
    losses: body.losses.map(({ reason, grams }) => ({ reason, grams: BigInt(grams) })),
  };
  await mustBePlausible(tx, body, plan);
  const totals = totalsOf(plan);
  const [made] = await tx.sql(insertProcessing, [
    ...[body.id, body.supplierId, body.kind, body.performedOn, body.note === '' ? null : body.note],
    ...[totals.input, totals.output, totals.lost, tx.now, doer(tx)],
  ]);
  if (!made) return sameAgain(tx, body);
  await openOutputs(tx, body, chance);
  await mustTakePart(tx, body);
  const lotsOf = (parts: readonly Part[]) => [parts.map(({ lotId }) => lotId), parts.map(({ grams }) => grams)];
  const [circle] = await tx.sql(circleAmong, [lotsOf(plan.inputs)[0], lotsOf(plan.outputs)[0]]);
  if (circle) throw fail('LOT_CIRCLE', { extra: { lotId: circle.lot_id } });
  await tx.sql(insertInputs, [body.id, ...lotsOf(plan.inputs)]);
  await tx.sql(insertOutputs, [body.id, ...lotsOf(plan.outputs)]);
  await tx.sql(insertProcessingLosses, [
    ...[body.id, plan.losses.map(({ reason }) => reason), plan.losses.map(({ grams }) => grams)],
  ]);
  await balanced(tx.sql(moveThrough, [...lotsOf(plan.inputs), ...lotsOf(plan.outputs)]));
  tx.audit({
    ...{ action: 'processing.record', subjectKind: 'processing', subjectId: body.id },
    after: {
      kind: body.kind,
      supplierId: body.supplierId,
      inputs: body.inputs,
      outputs: body.outputs,
      losses: body.losses,
    },
  });
  return { id: body.id };
}

function toPart({ lotId, grams }: { lotId: string; grams: number }): Part {
  return { lotId, grams: BigInt(grams) };
}

async function mustBePlausible(tx: Tx, body: Body, plan: Parameters<typeof processingFault>[0]): Promise<void> {
  const today = time.businessDate(tx.now);
  if (body.performedOn > today) throw fail.inField('LOT_DAY', 'performedOn', `until ${today}`);
  const limits = (await policyOn(tx, 'trace.processingYieldBp', today))[body.kind] ?? ANY_YIELD;
  const fault = processingFault(plan, limits);
  if (fault === null) return;
  if (fault === 'LOT_TWICE') {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/body/inputs', code: 'LOT_TWICE', message: 'a lot stands once on each side' }],
    });
  }
  const { input, output, lost } = totalsOf(plan);
  throw fail(fault, {
    extra: {
      ...{ inputGrams: Number(input), outputGrams: Number(output), lostGrams: Number(lost) },
      ...(fault === 'PROCESSING_YIELD' ? { yieldBp: yieldBp(input, output), ...limits } : {}),
    },
  });
}

/** New lots for those outputs that name a product. */
async function openOutputs(tx: Tx, body: Body, chance: readonly Uint8Array[]): Promise<void> {
  for (const [index, { lotId, productId }] of body.outputs.entries()) {
    if (productId === undefined) continue;
    const pointer = `outputs/${index}/productId`;
    const [offered] = await tx.sql(offersProduct, [body.supplierId, productId]);
    if (!offered) throw fail.inField('LOT_PRODUCT', pointer, 'not a product of this supplier');
    const bytes = chance[index];
    must(bytes, 'every output has its chance');
    const { supplierId, performedOn } = body;
    const [made] = await tx.sql(insertLot, [
      ...[lotId, lotCodeOf(performedOn, bytes), supplierId, productId, performedOn, false, tx.now],
    ]);
    if (!made) {
      const [known] = await tx.sql(lotById, [lotId]);
      if (known?.supplier_id !== supplierId || known.product_id !== productId) throw fail('ID_USED');
    } else await gtinFor(tx, { supplierId, productId, skuId: null });
  }
}

/** All lots held in the order of their ids, of the supplier, and free to move. */
async function mustTakePart(tx: Tx, body: Body): Promise<void> {
  const ids = [...new Set([...body.inputs, ...body.outputs].map(({ lotId }) => lotId))];
  const held = new Map((await tx.sql(lockLots, [ids, [body.supplierId]])).map((lot) => [lot.id, lot]));
  const lotAt = (side: 'inputs' | 'outputs', index: number): HeldLot => {
    const lot = held.get(body[side][index]!.lotId);
    if (!lot)
      throw fail('NOT_FOUND', {
        errors: [{ pointer: `/body/${side}/${index}/lotId`, code: 'LOT', message: 'no such lot' }],
      });
    if (lot.state === 'recalled') throw fail.inField('LOT_RECALLED', `${side}/${index}/lotId`, 'the lot is recalled');
    return lot;
  };
  for (const index of body.inputs.keys()) {
    const from = firstDayOf(lotAt('inputs', index).produced_on);
    if (body.performedOn < from) throw fail.inField('LOT_DAY', 'performedOn', `from ${from}`);
  }
  for (const index of body.outputs.keys()) {
    if (lotAt('outputs', index).state === 'closed') {
      throw fail.inField('LOT_CLOSED', `outputs/${index}/lotId`, 'the lot is closed');
    }
  }
}

/** The same id: the same act, or an error. */
async function sameAgain(tx: Tx, body: Body): Promise<{ id: string }> {
  const [known] = await tx.sql(processingOf, [body.id, [body.supplierId]]);
  const parts = (list: readonly { lotId: string; grams: number }[]) =>
    list
      .map(({ lotId, grams }) => `${lotId} ${grams}`)
      .sort()
      .join();
  const lost = (list: readonly { reason: string; grams: number }[]) => {
    const sums = new Map<string, number>();
    for (const { reason, grams } of list) sums.set(reason, (sums.get(reason) ?? 0) + grams);
    return [...sums]
      .map(([reason, grams]) => `${reason} ${grams}`)
      .sort()
      .join();
  };
  const same =
    known?.kind === body.kind &&
    known.performed_on === body.performedOn &&
    parts(known.inputs) === parts(body.inputs) &&
    parts(known.outputs) === parts(body.outputs) &&
    lost(known.losses) === lost(body.losses);
  if (!same) throw fail('ID_USED');
  return { id: body.id };
}

export async function viewProcessings(
  database: Database,
  supplierIds: readonly string[],
  { lot, cursor, limit }: InputOf<'GET /supplier/processings'>['query'],
): Promise<ResponseOf<'GET /supplier/processings'>> {
  const rows = await database.read(processingsOf, [supplierIds, lot ?? null, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, processingView);
}

export async function viewProcessing(database: Database, supplierIds: readonly string[], id: string): Promise<View> {
  const [row] = await database.read(processingOf, [id, supplierIds]);
  if (!row) throw fail('NOT_FOUND');
  return processingView(row);
}

function processingView(row: ProcessingRow): View {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    kind: row.kind,
    performedOn: row.performed_on,
    note: row.note,
    inputs: row.inputs,
    outputs: row.outputs,
    losses: row.losses,
    yieldBp: yieldBp(row.input_grams, row.output_grams),
  };
}

export async function viewYields(
  database: Database,
  now: Date,
): Promise<ResponseOf<'GET /supplier/processing-yields'>> {
  const table = await policyOn(database, 'trace.processingYieldBp', time.businessDate(now));
  return { data: machines.tracing.PROCESSING_KINDS.map((kind) => ({ kind, ...(table[kind] ?? ANY_YIELD) })) };
}
