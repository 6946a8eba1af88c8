import { fail, type InputOf } from '@xihuo/contract';
import { canonicalJson, ids } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { packTexts } from '../../rules/listing/difference';
import { gtinTaken, lockGtin, namePackRow } from '../../store/listing/listing.sql';
import { followInSearch } from '../search/follow';
import { mustReadLawful } from './first-words';
import { keepChange, lockOwnListing, moveOn } from './write-change';

type Key = 'PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}';

/**
 * A pack's own number and what tells it from its neighbours. The words hold at once while nobody judged them; of a pack that is sold,
 * or whose dossier waits, they join the open change. The number is the supplier's, licensed by GS1; machines see to its
 * check digit, and that no two packs of one supplier carry the same.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP while a change waits, TEXT_UNLAWFUL, GTIN_UNSOUND, GTIN_TAKEN, ARTICLE_NUMBER_TAKEN
 */
export async function namePack(
  tx: Tx,
  {
    version,
    supplierId,
    productId,
    skuId,
    gtin: typed,
    articleNumber: wanted,
    options,
    wholesale,
  }: InputOf<Key>['params'] & InputOf<Key>['body'] & { version: number },
): Promise<void> {
  const { row, change, personId } = await lockOwnListing(tx, { version, supplierId, productId }, 'pack.name');
  const pack = row.packs.find((one) => one.skuId === skuId);
  if (!pack) throw fail('NOT_FOUND');
  await mustReadLawful(tx, packTexts([{ options }]));
  const gtin = await ownNumber(tx, { supplierId, typed, skuId });
  const { minimumOrderPacks, orderStepPacks } = wholesale ?? pack;
  const waits = pack.listed && canonicalJson(options) !== canonicalJson(pack.options);
  const articleNumber = wanted === undefined ? pack.articleNumber : wanted;
  await tx
    .sql(namePackRow, [
      ...[supplierId, productId, skuId, gtin, JSON.stringify(waits ? pack.options : options)],
      ...[minimumOrderPacks, orderStepPacks, articleNumber],
    ])
    .catch(articleTaken);
  followInSearch(tx);
  const staged = change?.fields.options ?? [];
  const others = staged.filter((one) => one.skuId !== skuId);
  // What is said again as it stands no longer waits for anything.
  if (waits || others.length < staged.length) {
    if (change?.state === 'submitted') throw fail('NOT_AT_THIS_STEP', { extra: { state: change.state } });
    const waiting = waits ? [...others, { skuId, value: options }] : others;
    const fields = { ...change?.fields, options: waiting.length > 0 ? waiting : undefined };
    await keepChange(tx, { supplierId, productId, change, personId }, fields);
  }
  await moveOn(tx, { supplierId, productId });
  tx.audit({
    action: 'pack.name',
    subjectKind: 'product',
    subjectId: productId,
    before: {
      ...{ skuId, gtin: pack.gtin, options: pack.options, articleNumber: pack.articleNumber },
      ...{ minimumOrderPacks: pack.minimumOrderPacks, orderStepPacks: pack.orderStepPacks },
    },
    after: { gtin, articleNumber, options, waits, minimumOrderPacks, orderStepPacks },
  });
}

/** To be given to `catch`. @throws ProblemError ARTICLE_NUMBER_TAKEN, or the error itself */
export function articleTaken(error: { code?: string; constraint?: string }): never {
  if (error.code === '23505' && error.constraint === 'sku_article') throw fail('ARTICLE_NUMBER_TAKEN');
  throw error;
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
