import { fail, type machines } from '@xihuo/contract';
import { must, type ProblemError } from '@xihuo/kernel';
import { mustBeVersion, switches, type Notices, type Tx } from '@xihuo/platform';
import { blocking, unseen } from '../../rules/listing/check-text';
import { contentFields, differences } from '../../rules/listing/difference';
import {
  changeRefusal,
  countiesOf,
  suppliersOf,
  type ChangeRefusal,
  type Decider,
} from '../../rules/listing/may-decide';
import { decideChangeRow, lockChange, type ChangeRow } from '../../store/listing/change.sql';
import {
  dropTiers,
  insertTiers,
  openPacks,
  publishContent,
  setOptions,
  setSkuPrices,
  type ListingRow,
} from '../../store/listing/listing.sql';
import { contentOf, packsOf } from '../../store/listing/views';
import { followInSearch } from '../search/follow';
import { findingsOf, listingRow, wordRules } from './read-listing';
import { tellSupplier } from './tell';
import { moveOn, mustBeSound } from './write-change';

interface Deciding {
  readonly id: string;
  readonly version: number;
  readonly message: string;
}
interface Kit {
  readonly notices: Notices;
}
interface Opened {
  readonly change: ChangeRow;
  readonly row: ListingRow;
  readonly personId: string;
}

/**
 * Publishes a change: its words, pictures, prices and tiers hold from this moment. Words are looked through once more, since rules
 * may have changed while it waited, and claims that want proof must have been looked at.
 *
 * @throws ProblemError of openChange, PUBLISHING_PAUSED, TEXT_UNLAWFUL, FINDINGS_UNSEEN, TIERS_UNSOUND
 */
export async function confirmChange(
  tx: Tx,
  kit: Kit,
  { looked, ...deciding }: Deciding & { looked: readonly string[] },
): Promise<void> {
  const opened = await openChange(tx, deciding, 'confirm');
  await switches.mustGoOn(tx, 'publishing');
  const { change, row } = opened;
  const rules = await wordRules(tx);
  const findings = findingsOf(row, change.fields, rules);
  if (blocking(findings).length > 0) throw fail('TEXT_UNLAWFUL', { extra: { findings: blocking(findings) } });
  const missing = unseen(findings, looked);
  if (missing.length > 0) throw fail('FINDINGS_UNSEEN', { extra: { rules: missing } });
  mustBeSound(row, change.fields);
  await publish(tx, opened);
  followInSearch(tx);
  await settle(tx, kit, opened, { state: 'published', message: deciding.message, rulesVersion: rules.version });
}

/** @throws ProblemError of openChange */
export async function requestChanges(tx: Tx, kit: Kit, deciding: Deciding): Promise<void> {
  const opened = await openChange(tx, deciding, 'requestChanges');
  await settle(tx, kit, opened, { state: 'changesRequested', message: deciding.message });
}

/** @throws ProblemError of openChange */
export async function rejectChange(tx: Tx, kit: Kit, deciding: Deciding): Promise<void> {
  const opened = await openChange(tx, deciding, 'reject');
  await settle(tx, kit, opened, { state: 'rejected', message: deciding.message });
}

/** Who it is comes first, then whether what they read still stands, then whether it is the time for it. */
async function openChange(
  tx: Tx,
  { id, version }: Deciding,
  action: 'confirm' | 'requestChanges' | 'reject',
): Promise<Opened> {
  tx.attempt({ action: `listing.${action}`, subjectKind: 'change', subjectId: id });
  must(tx.actor.kind === 'person', 'people decide on a change');
  const decider: Decider = { personId: tx.actor.personId, grants: tx.actor.grants };
  const [change] = await tx.sql(lockChange, [id]);
  if (!change) throw fail('NOT_FOUND');
  const refusal = changeRefusal(
    action,
    {
      ...{ state: change.state, supplierId: change.supplier_id },
      ...{ countyCode: change.county_code, authors: change.authors },
    },
    decider,
  );
  if (refusal !== null && refusal !== 'NOT_AT_THIS_STEP') throw refused(refusal, change, decider);
  mustBeVersion(change.row_version, version);
  if (refusal !== null) throw refused(refusal, change, decider);
  const row = await listingRow(tx, { supplierId: change.supplier_id, productId: change.product_id });
  return { change, row, personId: decider.personId };
}

function refused(refusal: ChangeRefusal, change: ChangeRow, decider: Decider): ProblemError {
  switch (refusal) {
    case 'NOT_YOUR_PART':
      return fail(sees(change, decider) ? 'FORBIDDEN' : 'NOT_FOUND');
    case 'NOT_AT_THIS_STEP':
      return fail('NOT_AT_THIS_STEP', { extra: { state: change.state } });
    default:
      return fail('FOUR_EYES', { extra: { why: refusal } });
  }
}

function sees(change: ChangeRow, decider: Decider): boolean {
  const within = countiesOf(decider).some((pattern) => change.county_code.startsWith(pattern.slice(0, -1)));
  return (within && change.submitted_at !== null) || suppliersOf(decider).includes(change.supplier_id);
}

async function publish(tx: Tx, { change }: Opened): Promise<void> {
  const { prices = [], tiers = [], packs = [], options = [] } = change.fields;
  const content = contentFields(change.fields);
  await tx.sql(publishContent, [change.supplier_id, change.product_id, JSON.stringify(content), tx.now]);
  if (packs.length > 0) {
    const opened = await tx.sql(openPacks, [change.supplier_id, change.product_id, packs]);
    must(opened.length === packs.length, 'every pack that was looked at sells');
  }
  if (options.length > 0) {
    const given = options.map(({ skuId, value }) => ({ sku_id: skuId, options: value }));
    const set = await tx.sql(setOptions, [change.supplier_id, change.product_id, JSON.stringify(given)]);
    must(set.length === options.length, 'every word that was looked at stands');
  }
  if (prices.length > 0) {
    const given = prices.map(({ skuId, value }) => ({ sku_id: skuId, price_fen: value.amount, looked: true }));
    const set = await tx.sql(setSkuPrices, [JSON.stringify(given)]);
    must(set.length === prices.length, 'every price that was looked at holds');
  }
  if (tiers.length > 0) {
    await tx.sql(dropTiers, [tiers.map(({ skuId }) => skuId)]);
    const given = tiers.flatMap(({ skuId, value }) =>
      value.map(({ minimumPacks, price }) => ({
        ...{ sku_id: skuId, minimum_packs: minimumPacks, price_fen: price.amount },
      })),
    );
    await tx.sql(insertTiers, [JSON.stringify(given)]);
  }
}

/** Freezes what was decided on, and tells whoever it is about. */
async function settle(
  tx: Tx,
  kit: Kit,
  { change, row, personId }: Opened,
  {
    state,
    message,
    rulesVersion,
  }: { state: 'published' | 'rejected' | 'changesRequested'; message: string; rulesVersion?: string },
): Promise<void> {
  const rows: machines.listings.FieldChange[] = differences(contentOf(row), packsOf(row), change.fields);
  // What goes back is written on: it is compared anew with what stands then.
  const frozen = state === 'changesRequested' ? null : JSON.stringify(rows);
  await tx.sql(decideChangeRow, [change.id, state, personId, tx.now, message, frozen, rulesVersion ?? null]);
  await moveOn(tx, { supplierId: change.supplier_id, productId: change.product_id });
  tx.audit({
    action: `listing.${state}`,
    subjectKind: 'product',
    subjectId: change.product_id,
    before: { changeId: change.id, state: change.state },
    after: { state, message, supplierId: change.supplier_id, changes: rows },
  });
  await tellSupplier(tx, kit, { about: change, outcome: state, message });
}
