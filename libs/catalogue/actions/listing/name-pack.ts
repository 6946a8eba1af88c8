import { fail, type InputOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { gtinTaken, lockGtin, namePackRow } from '../../store/listing/listing.sql';
import { lockOwnListing, moveOn } from './write-change';

type Key = 'PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}';

/**
 * A pack's own number and what tells it from its neighbours. The number is the supplier's, licensed by GS1; machines see to its
 * check digit, and that no two packs of one supplier carry the same.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, GTIN_UNSOUND, GTIN_TAKEN
 */
export async function namePack(
  tx: Tx,
  {
    version,
    supplierId,
    productId,
    skuId,
    gtin: typed,
    options,
    wholesale,
  }: InputOf<Key>['params'] & InputOf<Key>['body'] & { version: number },
): Promise<void> {
  const { row } = await lockOwnListing(tx, { version, supplierId, productId }, 'pack.name');
  const pack = row.packs.find((one) => one.skuId === skuId);
  if (!pack) throw fail('NOT_FOUND');
  const gtin = await ownNumber(tx, { supplierId, typed, skuId });
  const { minimumOrderPacks, orderStepPacks } = wholesale ?? pack;
  await tx.sql(namePackRow, [
    ...[supplierId, productId, skuId, gtin, JSON.stringify(options)],
    ...[minimumOrderPacks, orderStepPacks],
  ]);
  await moveOn(tx, { supplierId, productId });
  tx.audit({
    action: 'pack.name',
    subjectKind: 'product',
    subjectId: productId,
    before: {
      ...{ skuId, gtin: pack.gtin, options: pack.options },
      ...{ minimumOrderPacks: pack.minimumOrderPacks, orderStepPacks: pack.orderStepPacks },
    },
    after: { gtin, options, minimumOrderPacks, orderStepPacks },
  });
}

/** Fourteen digits, or null where none is typed. @throws ProblemError GTIN_UNSOUND, GTIN_TAKEN */
export async function ownNumber(
  tx: Tx,
  { supplierId, typed, skuId }: { supplierId: string; typed: string | null; skuId: string | null },
): Promise<string | null> {
  if (typed === null) return null;
  const gtin = ids.gs1.gtin14(typed);
  if (gtin === null) throw fail('GTIN_UNSOUND');
  // Whoever else takes it at this moment is waited for, so that what they wrote is seen.
  await tx.sql(lockGtin, [supplierId, gtin]);
  if ((await tx.sql(gtinTaken, [supplierId, gtin, skuId])).length > 0) throw fail('GTIN_TAKEN');
  return gtin;
}
