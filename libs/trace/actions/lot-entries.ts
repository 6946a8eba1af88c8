import { fail, machines, type InputOf } from '@xihuo/contract';
import { states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { firstDayOf } from '../rules/delivery';
import { lotCodeOf } from '../rules/lot-code';
import {
  changeBalance,
  insertCertificate,
  insertLoss,
  insertLot,
  insertOwn,
  insertPacking,
  insertQuarantine,
  insertTest,
  knownEntry,
  lockLot,
  lotById,
  offersProduct,
  openDeliveries,
  replaceCertificate,
  setCertified,
  setLotState,
  skuOf,
  type EntryKind,
  type HeldLot,
} from '../store/lot-entry.sql';
import { balanced } from './balanced';
import { mustBeLotPapers } from './lot-papers';
import type { Deciding } from './open-delivery';
import { gtinFor } from './trade-items';
import { doer, ownSuppliers } from './trace-kit';

type Body<Entry extends 'own-output' | 'losses' | 'packings' | 'certificates' | 'quarantines' | 'tests'> =
  InputOf<`POST /supplier/lots/{id}/${Entry}`>['body'];

/** A lot of its own supplier, held. @throws ProblemError NOT_FOUND */
async function holdLot(tx: Tx, lotId: string, action: string): Promise<HeldLot> {
  tx.attempt({ action: `lot.${action}`, subjectKind: 'lot', subjectId: lotId });
  const [lot] = await tx.sql(lockLot, [lotId, ownSuppliers(tx.actor)]);
  if (!lot) throw fail('NOT_FOUND');
  return lot;
}

interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  /** Null for papers, which weigh nothing. */
  readonly grams: bigint | null;
  readonly day: string;
  /** What else it says, in a line. */
  readonly says: string;
}

/** Whether this very entry is there already. @throws ProblemError ID_USED where the id is another's, or says another thing */
async function isKnown(tx: Tx, lot: HeldLot, { id, ...said }: Entry): Promise<boolean> {
  const [known] = await tx.sql(knownEntry, [id]);
  if (!known) return false;
  const { kind, grams, day, says } = known;
  const same =
    known.lot_id === lot.id && kind === said.kind && grams === said.grams && day === said.day && says === said.says;
  if (!same) throw fail('ID_USED');
  return true;
}

function mustStillMove(lot: HeldLot): void {
  if (lot.state === 'recalled') throw fail('LOT_RECALLED');
}

/** Not in the future; and what leaves a lot, not before it was there. */
function mustBeDay(tx: Tx, day: string, pointer: string, notBefore: string | null): void {
  const today = time.businessDate(tx.now);
  if (day > today || (notBefore !== null && day < notBefore)) {
    throw fail.inField('LOT_DAY', pointer, notBefore === null ? `until ${today}` : `from ${notBefore} to ${today}`);
  }
}

/** Opens a lot. @param chance ten random bytes, for its code */
export async function openLot(
  tx: Tx,
  wanted: InputOf<'POST /supplier/lots'>['body'],
  chance: Uint8Array,
): Promise<{ id: string }> {
  const { id, supplierId, productId, producedOn, breakdownPublic } = wanted;
  tx.attempt({ action: 'lot.open', subjectKind: 'lot', subjectId: id });
  if (!ownSuppliers(tx.actor).includes(supplierId)) throw fail('NOT_FOUND');
  const [offered] = await tx.sql(offersProduct, [supplierId, productId]);
  if (!offered) throw fail.inField('LOT_PRODUCT', 'productId', 'not a product of this supplier');
  mustBeDay(tx, producedOn, 'producedOn', null);
  const code = lotCodeOf(producedOn, chance);
  const [made] = await tx.sql(insertLot, [id, code, supplierId, productId, producedOn, breakdownPublic, tx.now]);
  if (!made) {
    const [known] = await tx.sql(lotById, [id]);
    const same =
      known?.supplier_id === supplierId && known.product_id === productId && known.produced_on === producedOn;
    if (!same) throw fail('ID_USED');
    return { id };
  }
  await gtinFor(tx, { supplierId, productId, skuId: null });
  note(tx, id, 'open', { code, supplierId, productId, producedOn });
  return { id };
}

export async function addOwnOutput(
  tx: Tx,
  lotId: string,
  { id, grams, on, note: said }: Body<'own-output'>,
): Promise<void> {
  const lot = await holdLot(tx, lotId, 'addOwnOutput');
  if (await isKnown(tx, lot, { id, kind: 'ownOutput', grams: BigInt(grams), day: on, says: said ?? '' })) return;
  mustStillMove(lot);
  if (lot.state === 'closed') throw fail('LOT_CLOSED');
  mustBeDay(tx, on, 'on', firstDayOf(lot.produced_on));
  const [made] = await tx.sql(insertOwn, [id, lotId, grams, on, said === '' ? null : said, doer(tx)]);
  if (!made) throw fail('ID_USED');
  await balanced(tx.sql(changeBalance, [lotId, grams, 0, 0, 0]));
  note(tx, lotId, 'addOwnOutput', { entryId: id, grams, on });
}

export async function noteLoss(tx: Tx, lotId: string, body: Body<'losses'>): Promise<void> {
  const { id, grams, on, reason } = body;
  const lot = await holdLot(tx, lotId, 'noteLoss');
  if (await isKnown(tx, lot, { id, kind: 'loss', grams: BigInt(grams), day: on, says: `${reason} ${body.note ?? ''}` }))
    return;
  mustBeDay(tx, on, 'on', firstDayOf(lot.produced_on));
  const said = body.note === '' ? null : body.note;
  const [made] = await tx.sql(insertLoss, [id, lotId, grams, reason, on, said, tx.now, doer(tx)]);
  if (!made) throw fail('ID_USED');
  await balanced(tx.sql(changeBalance, [lotId, 0, 0, grams, 0]));
  note(tx, lotId, 'noteLoss', { entryId: id, grams, on, reason });
}

/** @throws ProblemError CERTIFICATE_MISSING where the category wants one that covers all that is in the lot */
function mustBeCertified(lot: HeldLot): void {
  if (lot.certificate_required && lot.certified_grams < lot.received_grams) throw fail('CERTIFICATE_MISSING');
}

export async function packFromLot(
  tx: Tx,
  lotId: string,
  { id, skuId, packs, packedOn }: Body<'packings'>,
): Promise<void> {
  const lot = await holdLot(tx, lotId, 'pack');
  const [sku] = await tx.sql(skuOf, [skuId, lot.supplier_id]);
  if (!sku || sku.product_id !== lot.product_id) throw fail('LOT_NOT_FOR_PRODUCT');
  // As in shipments: goods not sold by weight count a gram a pack, so that their lots balance by pieces.
  const grams = (sku.net_grams ?? 1n) * BigInt(packs);
  if (await isKnown(tx, lot, { id, kind: 'packing', grams, day: packedOn, says: `${skuId} ${packs}` })) return;
  mustStillMove(lot);
  mustBeDay(tx, packedOn, 'packedOn', firstDayOf(lot.produced_on));
  mustBeCertified(lot);
  const [made] = await tx.sql(insertPacking, [id, lotId, skuId, packs, grams, packedOn, tx.now, doer(tx)]);
  if (!made) throw fail('ID_USED');
  await balanced(tx.sql(changeBalance, [lotId, 0, 0, 0, grams]));
  await gtinFor(tx, { supplierId: lot.supplier_id, productId: lot.product_id, skuId });
  note(tx, lotId, 'pack', { entryId: id, skuId, packs, grams: grams.toString() });
}

/** Issues a lot's certificate for what is in it now; the one before is replaced and stays readable. */
export async function certifyLot(
  tx: Tx,
  lotId: string,
  { id, basis, issuedOn, fileId }: Body<'certificates'>,
): Promise<void> {
  const lot = await holdLot(tx, lotId, 'certify');
  if (await isKnown(tx, lot, { id, kind: 'certificate', grams: null, day: issuedOn, says: `${basis} ${fileId ?? ''}` }))
    return;
  mustStillMove(lot);
  if (lot.received_grams === 0n) throw fail('LOT_EMPTY');
  mustBeDay(tx, issuedOn, 'issuedOn', firstDayOf(lot.produced_on));
  await mustBeLotPapers(tx, lot.supplier_id, { fileId });
  await tx.sql(replaceCertificate, [lotId]);
  const number = `HGZ-${lot.code}-${id.slice(-6).toUpperCase()}`;
  const [made] = await tx.sql(insertCertificate, [
    ...[id, lotId, number, basis, issuedOn, lot.received_grams, fileId, tx.now, doer(tx), lot.supplier_id],
  ]);
  if (!made) throw fail('ID_USED');
  await tx.sql(setCertified, [lotId, lot.received_grams]);
  note(tx, lotId, 'certify', { certificateId: id, basis, coversGrams: lot.received_grams.toString() });
}

export async function addLotTest(tx: Tx, lotId: string, body: Body<'tests'>): Promise<void> {
  const { id, reportNumber, laboratory, reportedOn, items, fileId } = body;
  const lot = await holdLot(tx, lotId, 'addTest');
  const passed = items.every((item) => item.passed);
  const says = `${reportNumber} ${laboratory} ${passed}`;
  if (await isKnown(tx, lot, { id, kind: 'test', grams: null, day: reportedOn, says })) return;
  mustBeDay(tx, reportedOn, 'reportedOn', firstDayOf(lot.produced_on));
  await mustBeLotPapers(tx, lot.supplier_id, { fileId });
  const [made] = await tx.sql(insertTest, [
    ...[id, lotId, reportNumber, laboratory, reportedOn, passed, JSON.stringify(items), fileId, tx.now, doer(tx)],
  ]);
  // The same report twice is no second test.
  if (!made) throw fail('ID_USED');
  note(tx, lotId, 'addTest', { testId: id, reportNumber, passed });
}

/** Records the certificate of quarantine the vet issued for a lot. @throws ProblemError NOT_FOUND, ID_USED, LOT_DAY, PAPER_UNKNOWN */
export async function addQuarantine(tx: Tx, lotId: string, body: Body<'quarantines'>): Promise<void> {
  const { id, number, authority, issuedOn, fileId } = body;
  const lot = await holdLot(tx, lotId, 'addQuarantine');
  const entry = { id, kind: 'quarantine', grams: null, day: issuedOn, says: `${number} ${authority}` } as const;
  if (await isKnown(tx, lot, entry)) return;
  mustBeDay(tx, issuedOn, 'issuedOn', firstDayOf(lot.produced_on));
  await mustBeLotPapers(tx, lot.supplier_id, { fileId });
  const values = [id, lotId, number, authority, issuedOn, fileId, tx.now, doer(tx)];
  const [made] = await tx.sql(insertQuarantine, values);
  // The same certificate twice is no second one.
  if (!made) throw fail('ID_USED');
  note(tx, lotId, 'addQuarantine', { quarantineId: id, number, authority });
}

/** Closes a lot or opens it again. @throws ProblemError DELIVERIES_WAITING: what waits could not come in any more */
export async function turnLot(tx: Tx, { id, version }: Deciding, event: 'close' | 'reopen'): Promise<void> {
  const lot = await holdLot(tx, id, event);
  mustBeVersion(lot.row_version, version);
  const next = states.transition(machines.lotStates, lot.state, event);
  if (next === null) throw fail.atStep(lot.state);
  if (event === 'close') {
    const [open] = await tx.sql(openDeliveries, [id]);
    if (open!.waiting > 0) throw fail('DELIVERIES_WAITING', { extra: { waiting: open!.waiting } });
  }
  await tx.sql(setLotState, [id, next]);
  note(tx, id, event, { state: next }, { state: lot.state });
}

function note(tx: Tx, lotId: string, event: string, after: object, before?: object): void {
  tx.audit({ action: `lot.${event}`, subjectKind: 'lot', subjectId: lotId, before, after });
}
