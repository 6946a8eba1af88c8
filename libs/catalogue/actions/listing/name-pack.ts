import { fail, type InputOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { gtinTaken, namePackRow } from '../../store/listing/listing.sql';
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
  }: InputOf<Key>['params'] & InputOf<Key>['body'] & { version: number },
): Promise<void> {
  const { row } = await lockOwnListing(tx, { version, supplierId, productId }, 'pack.name');
  const pack = row.packs.find((one) => one.skuId === skuId);
  if (!pack) throw fail('NOT_FOUND');
  const gtin = typed === null ? null : ids.gs1.gtin14(typed);
  if (typed !== null && gtin === null) throw fail('GTIN_UNSOUND');
  if (gtin !== null && (await tx.sql(gtinTaken, [supplierId, gtin, skuId])).length > 0) throw fail('GTIN_TAKEN');
  await tx.sql(namePackRow, [supplierId, productId, skuId, gtin, JSON.stringify(options)]);
  await moveOn(tx, { supplierId, productId });
  tx.audit({
    action: 'pack.name',
    subjectKind: 'product',
    subjectId: productId,
    before: { skuId, gtin: pack.gtin, options: pack.options },
    after: { gtin, options },
  });
}
