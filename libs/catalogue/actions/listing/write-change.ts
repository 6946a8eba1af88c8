import { fail, machines } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { mustBeVersion, type Notices, type Tx } from '@xihuo/platform';
import { blocking } from '../../rules/listing/check-text';
import { onlyChanged } from '../../rules/listing/difference';
import { areTiersSound } from '../../rules/listing/prices';
import {
  cancelChangeRow,
  insertChange,
  newestChange,
  saveChangeRow,
  submitChangeRow,
  type ChangeRow,
} from '../../store/listing/change.sql';
import { lockListing, moveListing, openListing, type ListingRow } from '../../store/listing/listing.sql';
import { contentOf, packsOf } from '../../store/listing/views';
import { mustBeOwnPictures, mustBeReady } from './pictures';
import { findingsOf, listingRow, wordRules, type OwnListing } from './read-listing';
import { tellReviewers } from './tell';

type Versioned = OwnListing & { readonly version: number };
type SupplierStep = 'save' | 'submit' | 'cancel';

/** A listing that is locked, at the version its writer has read, with the change that is open. */
export interface OpenListing {
  readonly row: ListingRow;
  readonly change: ChangeRow | null;
  readonly personId: string;
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION */
export async function lockOwnListing(
  tx: Tx,
  { version, supplierId, productId }: Versioned,
  action: string,
): Promise<OpenListing> {
  tx.attempt({ action, subjectKind: 'product', subjectId: productId });
  must(tx.actor.kind === 'person', 'people write listings');
  await listingRow(tx, { supplierId, productId });
  await tx.sql(openListing, [supplierId, productId]);
  const [locked] = await tx.sql(lockListing, [supplierId, productId]);
  must(locked, 'a listing that was opened is there');
  mustBeVersion(locked.row_version, version);
  // Read again: what it said before the lock may have moved.
  const row = await listingRow(tx, { supplierId, productId });
  const [newest] = await tx.sql(newestChange, [supplierId, productId]);
  const isOpen = newest && states.transition(machines.changeStates, newest.state, 'cancel') !== null;
  return { row, change: isOpen ? newest : null, personId: tx.actor.personId };
}

/** Everything that happens to a listing moves its version, so that nobody writes over what they have not seen. */
export async function moveOn(tx: Tx, { supplierId, productId }: OwnListing): Promise<void> {
  await tx.sql(moveListing, [supplierId, productId]);
}

function mustTake(change: ChangeRow | null, step: SupplierStep): ChangeRow {
  if (!change || states.transition(machines.changeStates, change.state, step) === null) {
    throw fail('NOT_AT_THIS_STEP', { extra: { state: change?.state ?? null } });
  }
  return change;
}

/**
 * Saves a change as it is being written, in the place of what was saved before; nothing left of it takes it away. Words are not
 * judged here: who writes is told, not stopped.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, PICTURE_UNKNOWN, TIERS_UNSOUND
 */
export async function saveChange(
  tx: Tx,
  { fields: wanted, note, ...at }: Versioned & { fields: machines.listings.ChangeFields; note: string },
): Promise<void> {
  const { row, change, personId } = await lockOwnListing(tx, at, 'listing.saveChange');
  if (change) mustTake(change, 'save');
  const fields = onlyChanged(contentOf(row), packsOf(row), wanted);
  mustBeSound(row, fields);
  await mustBeOwnPictures(tx, at, fields.pictures ?? []);
  if (!change && Object.keys(fields).length === 0) return;
  await keepChange(tx, { ...at, change, personId }, fields, note);
  await moveOn(tx, at);
}

/** Writes what is staged by now: into the open change, or as a new one; one that says nothing any more is over, and none is begun. */
export async function keepChange(
  tx: Tx,
  { change, personId, supplierId, productId }: OwnListing & Pick<OpenListing, 'change' | 'personId'>,
  fields: machines.listings.ChangeFields,
  note = change?.note ?? '',
): Promise<void> {
  const said = JSON.stringify(fields);
  const isEmpty = said === '{}';
  if (!change && !isEmpty) await tx.sql(insertChange, [supplierId, productId, said, note, personId, tx.now]);
  if (!change) return;
  await (isEmpty
    ? tx.sql(cancelChangeRow, [change.id, tx.now])
    : tx.sql(saveChangeRow, [change.id, said, note, personId, tx.now]));
}

/** Tiers hold against the retail price that will stand beside them. */
export function mustBeSound(row: ListingRow, { prices = [], tiers = [] }: machines.listings.ChangeFields): void {
  const priceOf = new Map(row.packs.map(({ skuId, priceFen }) => [skuId, BigInt(priceFen)]));
  for (const { skuId, value } of prices) priceOf.set(skuId, BigInt(value.amount));
  const changed = new Map(tiers.map(({ skuId, value }) => [skuId, value]));
  const unsound = packsOf(row)
    .filter(({ skuId }) => changed.has(skuId) || prices.some((price) => price.skuId === skuId))
    .filter(({ skuId, tiers: standing }) => !areTiersSound(changed.get(skuId) ?? standing, priceOf.get(skuId)!))
    .map(({ skuId }) => skuId);
  if (unsound.length > 0) throw fail('TIERS_UNSOUND', { extra: { skuIds: unsound } });
}

/** @throws ProblemError TEXT_UNLAWFUL with every word, its rule and how to mend it; PICTURE_NOT_READY */
export async function submitChange(tx: Tx, kit: { notices: Notices }, at: Versioned): Promise<void> {
  const { row, change: open, personId } = await lockOwnListing(tx, at, 'listing.submitChange');
  const change = mustTake(open, 'submit');
  const rules = await wordRules(tx);
  const findings = findingsOf(row, change.fields, rules);
  if (blocking(findings).length > 0) throw fail('TEXT_UNLAWFUL', { extra: { findings: blocking(findings) } });
  mustBeSound(row, change.fields);
  await mustBeReady(tx, at, change.fields.pictures ?? []);
  await tx.sql(submitChangeRow, [change.id, personId, tx.now, rules.version]);
  await moveOn(tx, at);
  tx.audit({
    action: 'listing.submitChange',
    subjectKind: 'product',
    subjectId: at.productId,
    before: { state: change.state },
    after: { changeId: change.id, state: 'submitted', fields: Object.keys(change.fields), rulesVersion: rules.version },
  });
  await tellReviewers(tx, kit, { ...change, row_version: at.version + 1 });
}

export async function cancelChange(tx: Tx, at: Versioned): Promise<void> {
  const { change: open } = await lockOwnListing(tx, at, 'listing.cancelChange');
  const change = mustTake(open, 'cancel');
  await tx.sql(cancelChangeRow, [change.id, tx.now]);
  await moveOn(tx, at);
  const before = { changeId: change.id, state: change.state };
  const after = { state: 'cancelled' };
  tx.audit({ action: 'listing.cancelChange', subjectKind: 'product', subjectId: at.productId, before, after });
}
