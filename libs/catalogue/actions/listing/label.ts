import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import {
  endPlacementRow,
  insertPlacement,
  listingNamed,
  listingsNamed,
  lockPlacement,
  ownAccountListings,
  placementById,
  placementPage,
  placementsOn,
  setOwnAccount,
  type LabelledRow,
  type PlacementRow,
} from '../../store/listing/label.sql';
import { understand } from '../search/understand';
import { lockListing, openListing } from '../../store/listing/listing.sql';

type Placement = ResponseOf<'POST /catalogue/placements'>;
type OwnAccountKey = 'PUT /catalogue/listings/{supplierId}/{productId}/own-account';

/** Up to 20 by what their product or their supplier is called. */
export async function findListings(database: Database, q: string): Promise<ResponseOf<'GET /catalogue/listings'>> {
  if (q.trim() === '') return { data: [] };
  const query = await understand(database, q);
  return { data: (await database.read(listingsNamed, [query?.terms ?? null, q.trim()])).map(labelled) };
}

export async function listOwnAccount(database: Database): Promise<ResponseOf<'GET /catalogue/own-account'>> {
  return { data: (await database.read(ownAccountListings)).map(labelled) };
}

export async function listPlacements(
  database: Database,
  { cursor, limit }: InputOf<'GET /catalogue/placements'>['query'],
): Promise<ResponseOf<'GET /catalogue/placements'>> {
  const rows = await database.read(placementPage, [placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, placementView);
}

/**
 * Says whether the platform's own business sells a listing, which buyers must be told (电子商务法 art. 37). The same again changes
 * nothing. @throws ProblemError NOT_FOUND
 */
export async function labelOwnAccount(
  tx: Tx,
  { supplierId, productId, ownAccount, reason }: InputOf<OwnAccountKey>['params'] & InputOf<OwnAccountKey>['body'],
): Promise<ResponseOf<OwnAccountKey>> {
  tx.attempt({ action: 'label.ownAccount', subjectKind: 'product', subjectId: productId });
  const row = await lockNamed(tx, { supplierId, productId });
  if (row.own_account !== ownAccount) {
    await tx.sql(setOwnAccount, [supplierId, productId, ownAccount]);
    const before = { supplierId, ownAccount: row.own_account };
    const after = { ownAccount, reason };
    tx.audit({ action: 'label.ownAccount', subjectKind: 'product', subjectId: productId, before, after });
  }
  return { ...labelled(row), ownAccount };
}

/**
 * Enters that somebody paid for a better place of a listing, which buyers must be told wherever it stands (电子商务法 art. 40, 广告法
 * art. 14). @throws ProblemError NOT_FOUND, PLACEMENT_PAST, PLACEMENT_OVERLAPS
 */
export async function enterPlacement(
  tx: Tx,
  wanted: InputOf<'POST /catalogue/placements'>['body'],
): Promise<Placement> {
  const { supplierId, productId, startsOn, endsOn, contract } = wanted;
  tx.attempt({ action: 'placement.enter', subjectKind: 'product', subjectId: productId });
  must(tx.actor.kind === 'person', 'people enter placements');
  await lockNamed(tx, wanted);
  if (endsOn < time.businessDate(tx.now)) throw fail('PLACEMENT_PAST');
  const overlapping = await tx.sql(placementsOn, [supplierId, productId, startsOn, endsOn]);
  if (overlapping.length > 0) throw fail('PLACEMENT_OVERLAPS');
  const scope = [supplierId, productId, startsOn, endsOn, contract];
  const [added] = await tx.sql(insertPlacement, [...scope, tx.actor.personId, tx.now]);
  must(added, 'a placement was written');
  const after = { placementId: added.id, ...wanted };
  tx.audit({ action: 'placement.enter', subjectKind: 'product', subjectId: productId, after });
  return readPlacement(tx, added.id);
}

/** Ends a placement that comes or runs. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function endPlacement(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<Placement> {
  tx.attempt({ action: 'placement.end', subjectKind: 'placement', subjectId: id });
  const [row] = await tx.sql(lockPlacement, [id]);
  if (!row) throw fail('NOT_FOUND');
  if (row.state !== 'coming' && row.state !== 'running')
    throw fail('NOT_AT_THIS_STEP', { extra: { state: row.state } });
  await tx.sql(endPlacementRow, [id, tx.now]);
  tx.audit({
    action: 'placement.end',
    subjectKind: 'product',
    subjectId: row.product_id,
    before: { placementId: id, state: row.state },
    after: { state: 'ended', reason },
  });
  return readPlacement(tx, id);
}

async function lockNamed(tx: Tx, { supplierId, productId }: { supplierId: string; productId: string }) {
  if ((await tx.sql(listingNamed, [supplierId, productId])).length === 0) throw fail('NOT_FOUND');
  await tx.sql(openListing, [supplierId, productId]);
  await tx.sql(lockListing, [supplierId, productId]);
  // Read again: what it said before the lock may have moved.
  const [row] = await tx.sql(listingNamed, [supplierId, productId]);
  must(row, 'a listing that was locked is there');
  return row;
}

async function readPlacement(tx: Tx, id: string): Promise<Placement> {
  const [row] = await tx.sql(placementById, [id]);
  must(row, 'a placement that was written is there');
  return placementView(row);
}

function labelled(row: LabelledRow) {
  return {
    supplier: { id: row.supplier_id, name: row.supplier_name },
    product: { id: row.product_id, slug: row.slug, name: { zh: row.name_zh, en: row.name_en } },
  };
}

function placementView(row: PlacementRow): Placement {
  return {
    ...labelled(row),
    ...{ id: row.id, state: row.state, startsOn: row.starts_on, endsOn: row.ends_on, contract: row.contract },
    enteredAt: row.entered_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
