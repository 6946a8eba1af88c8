import { fail, type InputOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { isWeightless, netGramsOf } from '../../rules/pack';
import { addPackRow } from '../../store/listing/listing.sql';
import { packTexts } from '../../rules/listing/difference';
import { mustReadLawful } from './first-words';
import { articleTaken, ownNumber } from './name-pack';
import { keepChange, lockOwnListing, moveOn } from './write-change';

type Key = 'POST /suppliers/{supplierId}/products/{productId}/packs';
export const MOST_PACKS = 60;

/**
 * Adds a pack to a product of the supplier's. The dossier is judged with the packs it is sent with; one that comes once it is sent,
 * or the listing is approved, was seen by nobody, so it joins the open change and sells when that is confirmed.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP while a change waits, PACK_UNSOUND, PACK_TAKEN, TOO_MANY_PACKS,
 *   GTIN_UNSOUND, GTIN_TAKEN, ARTICLE_NUMBER_TAKEN, TEXT_UNLAWFUL
 */
export async function addPack(
  tx: Tx,
  { version, supplierId, productId, ...wanted }: InputOf<Key>['params'] & InputOf<Key>['body'] & { version: number },
): Promise<void> {
  const own = { supplierId, productId };
  const { row, change, personId } = await lockOwnListing(tx, { ...own, version }, 'pack.add');
  const listed = row.packs.some((one) => one.listed);
  if (listed && change?.state === 'submitted') throw fail('NOT_AT_THIS_STEP', { extra: { state: change.state } });
  if (isWeightless(wanted.pack)) throw fail('PACK_UNSOUND');
  if (row.packs.length >= MOST_PACKS) throw fail('TOO_MANY_PACKS');
  await mustReadLawful(tx, packTexts([wanted]));
  const gtin = await ownNumber(tx, { supplierId, typed: wanted.gtin, skuId: null });
  const { minimumOrderPacks, orderStepPacks } = wanted.wholesale;
  const priceFen = money.fromWire(wanted.price).toString();
  const [added] = await tx
    .sql(addPackRow, [
      ...[supplierId, productId, wanted.pack, netGramsOf(wanted.pack), priceFen, gtin, JSON.stringify(wanted.options)],
      ...[minimumOrderPacks, orderStepPacks, !listed, wanted.articleNumber],
    ])
    .catch(articleTaken);
  if (!added) throw fail('PACK_TAKEN');
  if (listed) {
    const packs = [...(change?.fields.packs ?? []), added.id];
    await keepChange(tx, { ...own, change, personId }, { ...change?.fields, packs });
  }
  await moveOn(tx, own);
  const after = {
    supplierId,
    skuId: added.id,
    pack: wanted.pack,
    priceFen,
    gtin,
    waits: listed,
    articleNumber: wanted.articleNumber,
  };
  tx.audit({ action: 'pack.add', subjectKind: 'product', subjectId: productId, after });
}
